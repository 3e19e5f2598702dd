; Definitions of C types and callbacks, and care for C memory.

(defmacro (define-c-struct name &rest fields)
  "(define-c-struct Name (field type)…) defines a struct type, laid out as a C compiler does. A bit-field is
(field type :bits n); `:packed #t` before the fields leaves out the padding. Types are :int, :double, :pointer and the
like, (:pointer type), (:array type n), the names of other structs, and C text. Fields may point to Name itself."
  `(define ,name (,define-record-type "struct" ',name ',fields)))

(defmacro (define-c-union name &rest fields)
  "(define-c-union Name (field type)…) defines a union type: all fields begin at the same place."
  `(define ,name (,define-record-type "union" ',name ',fields)))

(defmacro (define-enum name &rest constants)
  "(define-enum Color (RED 0) GREEN) defines the enum type Color and its constants as numbers. A constant without a value
is one more than the one before it. See enum-name."
  (let [definitions (enum-definitions constants nil)
        names (map enum-constant-name constants)]
    `(do
       ,@definitions
       (define ,name
         (,define-enum-type ',name (,list ,@(map (fn [constant] `(,list ',constant ,constant)) names)))))))

(define (enum-constant-name constant)
  "The name in NAME or (NAME value)."
  (if (pair? constant) (first constant) constant))

(define (enum-definitions constants before)
  "Definitions of the constants; `before` is the name of the one before them."
  (if (empty? constants)
      nil
      (let [constant (first constants)
            name (enum-constant-name constant)
            value (cond ((pair? constant) (second constant))
                        (before `(,+ ,before 1))
                        (else 0))]
        (cons `(define ,name ,value) (enum-definitions (rest constants) name)))))

(defmacro (define-callback name f &rest options)
  "(define-callback name (fn [a b] …) :args (type…) :return type) defines a C function pointer that calls the function;
see make-c-callback."
  `(define ,name (,make-c-callback ,f ,@(quoted-options options))))

(define (quoted-options options)
  "The options with their types quoted."
  (if (or (empty? options) (empty? (rest options)))
      options
      (append (list (first options) `',(second options)) (quoted-options (rest (rest options))))))

(defmacro (c-fun target result &rest parameters)
  "(c-fun (strlen library) :size_t (text :string)) defines a function that calls a C function without its header. The
library is a value of load-library, a name (also one that is no variable, as in (strlen libc)), or nil for the program; a
parameter is a type, or a name and a type."
  (let [name (first target)
        found (gensym "found")
        library (second target)
        library (if (symbol? library) `(,library-called (fn [] ,library) ',library) library)
        type `(:function ,result ,(map parameter-type parameters))]
    `(define ,name
       (let [,found (,get-library-function ,library ,(symbol->string name))]
         (if (,pointer? ,found) (,c-function ,found ',type ',name) ,found)))))

(define (library-called find name)
  "The value of the variable `name`, which `find` gives, or the name itself when there is no such variable."
  (try (find)
       (catch e (if (= (error-kind e) :unbound) name (throw e)))))

(define (parameter-type parameter)
  "The type in TYPE or (name TYPE)."
  (if (and (pair? parameter) (symbol? (first parameter))) (second parameter) parameter))

(defmacro (c-inline text parameters result &rest options)
  "(c-inline \"int r = x + y;\" ((x :int) (y :int)) :int) runs a C text, compiled once and kept. Its parameters are
variables of the text, with the values of the Lisp variables of these names, or of a third item, (x :int (f 1)). Its value
is what `return` says, or that of the last statement. What the loaded headers and the script's own types declare is at
hand; `:header`, `:include`, `:define` and `:flags` add to it."
  `((,c-inline-function ,(apply c-inline-site text parameters result options))
    ,@(map inline-argument parameters)))

(define (inline-argument parameter)
  "The value of (name type), which is the variable's, or of (name type value)."
  (if (= (count parameter) 3) (third parameter) (first parameter)))

(defmacro (c-declare text)
  "(c-declare \"static int twice(int x) { return 2 * x; }\") gives the C texts after it functions, types, macros and
includes to use. Each text has its own copy of the variables declared here."
  `(,declare-c-text ,(c-declaration text)))

(defmacro (with-arena &rest body)
  "Runs the body. C memory and callbacks made in it (make-struct, make-array, out, own, c-copy, make-c-callback) are freed
at its end, whichever way it is left. Using them afterwards is an error."
  (let [arena (gensym "arena")]
    `(let [,arena (,arena-begin)]
       (try (do ,@body)
            (finally (,arena-end ,arena))))))

(defmacro (with-ffi-safety-checks &rest body)
  "Runs the body and returns its value. When C goes wrong in it (see ffi-error?: a wrong argument, a missing symbol,
library or header, a value that cannot be converted, an unknown type or struct, NULL or freed memory, no memory, a
crash), the value is nil, and (ffi-last-error) says why. Other errors pass."
  (let [e (gensym "e")]
    `(try (do ,@body)
          (catch ,e (if (,ffi-error? ,e) nil (,throw ,e))))))

(private parameter-type library-called inline-argument enum-constant-name enum-definitions quoted-options)
