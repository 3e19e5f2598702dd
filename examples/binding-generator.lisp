; Meta-tool to generate bindings from headers: writes a Lisp file that calls a library without its header.
;
;     elle examples/binding-generator.lisp sqlite3.h libsqlite3.so.0 sqlite3.lisp
;     elle -e '(import "sqlite3.lisp" :as s) (print (s/sqlite3-libversion))'
;
; A program that can have the header needs none of this: load-header-with-lib knows more than a file can say. A binding
; is for machines without the header, and to be read, cut down and changed.

(define (generate-binding header-path lib-path output-path)
  (let parsed (parse-c-header header-path :library lib-path))

  (let file (open-file output-path :mode :write))

  ; Generate header comment
  (fprintf file "; Auto-generated from ~a~n" header-path)
  (fprintf file "; Library: ~a~n~n" lib-path)

  ; Generate type definitions
  (for-each (fn [struct-def]
    (fprintf file "(define-c-struct ~a ~{~a~})~n"
      (struct-name struct-def)
      (struct-fields struct-def)))
    (parsed-structs parsed))

  ; Generate enums and constants
  (for-each (fn [enum-def] (generate-enum file enum-def))
    (parsed-enums parsed))
  (for-each (fn [constant]
    (fprintf file "(define ~a ~s)~n" (get constant :name) (get constant :value)))
    (parsed-constants parsed))

  ; Generate function wrappers
  (for-each (fn [func-def]
    (generate-function-wrapper file func-def lib-path))
    (parsed-functions parsed))

  (close-file file)
  (printf "Generated ~a~n" output-path))

(define (generate-enum file enum-def)
  "An enum with its constants; the constants alone when it has no name."
  (if (get enum-def :name)
      (fprintf file "(define-enum ~a ~{~a~})~n" (get enum-def :name) (get enum-def :constants))
      (for-each (fn [constant] (fprintf file "(define ~a ~a)~n" (first constant) (second constant)))
        (get enum-def :constants))))

; --- Functions -------------------------------------------------------------------------------------------------------

(define (generate-function-wrapper file func-def lib-path)
  "A Lisp function that calls the C function, which is looked up in the library by the first call; for a function that
cannot be called so, a comment that says why."
  (let reason (why-not func-def))
  (if reason
      (fprintf file "; ~a: ~a~n" (get func-def :name) reason)
      (write-wrapper file func-def lib-path)))

(define (why-not func-def)
  "Why no wrapper can call a function; nil when one can."
  (let types (cons (get func-def :result) (map (fn [p] (get p :type)) (get func-def :parameters))))
  (cond ((get func-def :inline) "stands in the header, no library has it")
        ((some? (find-index nil? types)) "has a type that cannot be written in Lisp")
        (else nil)))

(define (write-wrapper file func-def lib-path)
  (let names (parameter-names func-def))
  (let types (map (fn [parameter] (get parameter :type)) (get func-def :parameters)))
  (let variadic (get func-def :variadic))
  (fprintf file "~%(define (~a~{ ~a~}~a)~%" (get func-def :lisp-name) names (if variadic " &rest more" ""))
  (fprintf file "  ~s~%" (get func-def :prototype))
  (fprintf file "  (~affi-call ~s ~s '(~{~a~^ ~}) ~a~{ ~a~}~a))~%"
    (if variadic "apply " "")
    lib-path
    (get func-def :name)
    (if variadic (append types '(...)) types)
    (get func-def :result)
    names
    (if variadic " more" "")))

(define (parameter-names func-def)
  "The names in the header, with numbers where there are none."
  (map-indexed (fn [i parameter] (or (get parameter :name) (format "arg~d" (+ i 1))))
    (get func-def :parameters)))

; --- From the command line -------------------------------------------------------------------------------------------

(match (arguments)
  ([header library output] (generate-binding header library output))
  (_ (error "Which header, which library, which file to write?" nil
            :next-step "elle examples/binding-generator.lisp sqlite3.h libsqlite3.so.0 sqlite3.lisp")))

; shell: elle here/binding-generator.lisp sqlite3.h libsqlite3.so.0 sqlite3.lisp
; shell: cat >query.lisp <<'END'
; shell: (import "sqlite3.lisp" :as s)
; shell: (let handle (out "sqlite3 *"))
; shell: (assert (= (s/sqlite3-open ":memory:" handle) s/SQLITE_OK))
; shell: (let db (deref handle))
; shell: (s/sqlite3-exec db "create table trees (name, height); insert into trees values ('ash', 40), ('oak', 30)" nil nil nil)
; shell: (define (show _ n values names) (print (map c-string (to-list (view values n)))) 0)
; shell: (s/sqlite3-exec db "select name, height from trees order by height" show nil nil)
; shell: (let text (s/sqlite3-mprintf "%d rows, %s" (s/sqlite3-total-changes db) "variadic"))
; shell: (print (c-string text))
; shell: (s/sqlite3-free text)
; shell: (print (s/sqlite3-exec db "select colour from trees" nil nil nil) (s/sqlite3-errmsg db) s/SQLITE_ERROR)
; shell: (print (struct-size s/sqlite3_index_info) (c-type-of db))
; shell: (try (s/sqlite3-errmsg 5) (catch e (print (error-message e))))
; shell: (print (s/sqlite3-close db))
; shell: END
; shell: ELLE_HEADERS=/no/parser elle query.lisp
; expect: Generated sqlite3.lisp
; expect: (oak 30)
; expect: (ash 40)
; expect: 2 rows, variadic
; expect: 1 no such column: colour 1
; expect: 96 #<C type struct sqlite3 *>
; expect: Argument 1 of `sqlite3_errmsg` is `struct sqlite3 *`, but 5 came.
; expect: 0
