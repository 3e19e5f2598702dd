; A copy of a struct or an array keeps what it refers to, whatever becomes of what it was copied from.
(define-c-struct named (name :string) (n :int))
(define-c-struct pair-of-names (names (:array :string 2)))
(define (fresh text) (str text "-long-enough-to-be-on-the-heap"))
(define (churn)
  (collect-garbage)
  (define used (vector))
  (dotimes [i 2000] (push! used (fresh "z")))
  (collect-garbage))
(defmacro failure (expression) `(try ,expression (catch e (error-message e))))

; Into an array, a new struct, and from one element to another.
(define a (make-struct named :name (fresh "a")))
(define all (make-array 'named 3))
(set! (get all 0) a)
(define copy (make-struct named a))
(set! (get all 1) (get all 0))
(set! (.name a) (fresh "x"))
(set! (.name (get all 0)) (fresh "y"))
(churn)
(print (.name (get all 1)) (.name copy) (.name a) (.name (get all 0)))
; expect: a-long-enough-to-be-on-the-heap a-long-enough-to-be-on-the-heap x-long-enough-to-be-on-the-heap y-long-enough-to-be-on-the-heap

; An array of texts into a field.
(define both (make-struct pair-of-names))
(define (fill) (set! (.names both) (make-array :string [(fresh "b") (fresh "c")])) nil)
(fill)
(churn)
(print (get (.names both) 0) (get (.names both) 1))
; expect: b-long-enough-to-be-on-the-heap c-long-enough-to-be-on-the-heap

; In an arena a copy is memory of ours.
(with-arena (define inside (c-copy (get all 1))) (churn) (print (.name inside)))
; expect: a-long-enough-to-be-on-the-heap

; C memory keeps nothing, so what refers to Lisp values does not go there.
(define p (cast "struct named *" (ffi-call nil "malloc" '(:size_t) :pointer 16)))
(print (failure (set! (deref p) a)))
; expect: What the pointer points to is `struct named`, but it refers to Lisp values, which nothing would keep alive once it is copied to C memory.
(print (failure (c-copy a)))
; expect: What is copied is `struct named`, but it refers to Lisp values, which nothing would keep alive once it is copied to C memory.
(define f (make-c-callback (fn [] a) :return 'named))
(print (ends-with? (failure ((c-function (cast "struct named (*)(void)" f)))) "once it is copied to C memory."))
; expect: #t

; What it referred to once does not count, and copies that C can free may go anywhere.
(set! (.name a) nil)
(set! (deref p) a)
(define text (c-copy "text of C"))
(set! (.name a) text)
(set! (deref p) a)
(print (.name (deref p)) (.name ((c-function (cast "struct named (*)(void)" f)))))
; expect: text of C text of C
(free text)
(free p)

; Types made of data nest as deep as those of C text, and constants may be vectors.
(print (failure (c-type (reduce (fn [inner _] (list :pointer inner)) :int (range 300000)))))
; expect: The type is nested too deeply.
(print (enum-name (define-enum-type 'Colour (list ['RED 1] '(GREEN -2))) -2))
; expect: GREEN
