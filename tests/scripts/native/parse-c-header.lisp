; parse-c-header gives a header's own declarations as data, with types that can be read without the header.

(let parsed (parse-c-header "here/parse-c-header.h"))

; Structs stand after those they hold; a union or an anonymous member is written out.
(for [s (parsed-structs parsed)]
  (print (struct-name s) (get s :size) (get s :opaque) (struct-fields s)))
; expect: canvas nil #t nil
; expect: point 8 #f ((x :int) (y :int))
; expect: shape 72 #f ((corner point) (more (:pointer point)) (later :pointer) (thin :uint :bits 3) (thick :uint :bits 5) (nil (:union (f :float) (bits :uint))) (value (:union (d :double) (text (:array :char 12)))) (compare (:function :int (:pointer :pointer))) (names (:array :string 2)))
; expect: later 72 #f ((inside shape))
; expect: tight 9 #f ((tag :char :packed #t) (number :long :packed #t))
; expect: wide 64 #t nil
(print (map struct-name (parsed-unions parsed)))
; expect: [value]

; What define-c-struct makes of the fields lies where C puts it.
(for [s (parsed-structs parsed) :when (struct-fields s)]
  (eval `(define-c-struct ,(string->symbol (struct-name s)) ,@(struct-fields s)))
  (assert (= (get s :size) (struct-size (string->symbol (struct-name s))))))

(for [f (parsed-functions parsed)]
  (print (get f :prototype))
  (print " " (get f :lisp-name) (map (fn [p] (get p :type)) (get f :parameters)) (get f :result)
         (get f :variadic) (get f :inline) (get f :comment)))
; expect: int draw(canvas *on, const shape *what, enum fill fill, FILE *log)
; expect:   draw [(:pointer canvas) (:pointer (:const shape)) :int :pointer] :int #f #f Draws a shape.
; expect: void each_shape(canvas *of, void (*visit)(shape *, void *), void *data)
; expect:   each-shape [(:pointer canvas) (:function :void ((:pointer shape) :pointer)) :pointer] :void #f #f nil
; expect: shape make_shape(struct point at, double *sizes)
; expect:   make-shape [point (:pointer :double)] shape #f #f nil
; expect: int logf_like(const char *format, ...)
; expect:   logf-like [:string] :int #t #f nil
; expect: int next(int n)
; expect:   next [:int] :int #f #t nil

(for [e (parsed-enums parsed)] (write (get e :name) (get e :constants) (get e :comment)))
; expect: "fill" ((FILL_NONE 0) (FILL_SOLID 4) (FILL_NEGATIVE -1)) "How a shape is filled."
; expect: nil ((LOOSE 7)) nil
(for [c (parsed-constants parsed)] (write (get c :name) (get c :value)))
; expect: "LIMIT" 40
; expect: "GREETING" "hello"
; expect: "RATIO" 0.5
(for [t (parsed-typedefs parsed)] (print (get t :name) (get t :type) "-" (get t :c-type)))
; expect: canvas canvas - struct canvas
; expect: shape shape - struct <anonymous>
(for [v (parsed-variables parsed)] (print (get v :name) (get v :type) (path-name (get v :file))))
; expect: shape_count :int parse-c-header.h

; A header in a folder of its own takes its neighbours with it, and nothing of the system's.
(let gtk (parse-c-header "gtk/gtk.h" :library "libgtk-4.so.1"))
(print (> (count (parsed-functions gtk)) 3000))
; expect: #t
(define (foreign? f)
  "Whether a function that a library has is none of GTK's."
  (not (or (get f :inline) (regex-matches? "^_?gtk_" (get f :name)))))
(print (map (fn [f] (get f :name)) (filter foreign? (parsed-functions gtk))))
; expect: []

; Of the other headers only what is asked for; math.h declares its functions in a file of its own.
(define (names parsed) (map (fn [f] (get f :name)) (parsed-functions parsed)))
(print (contains? (names (parse-c-header "math.h")) "cbrt") (contains? (names (parse-c-header "math.h" :all #t)) "cbrt"))
; expect: #f #t

(define (message f) (try (f) (catch e (error-message e))))
(print (message (fn [] (parse-c-header nil))))
; expect: Argument 1 of `parse-c-header` is nil, but a header or a list of headers is expected.
(print (first (lines (message (fn [] (parse-c-header "no/such.h"))))))
; expect: The header `no/such.h` was not found.
