; What is defined anew counts for whoever mentions it, except where a macro was expanded already.
(define (twice x) (* 2 x))
(define (four x) (twice (twice x)))
(define (twice x) (+ x 100))
(print (four 1))
; expect: 201

(defmacro (when2 test body) `(if ,test ,body 0))
(define (use x) (when2 x 5))
(defmacro (when2 test body) `(if ,test (+ 1 ,body) 0))
(define (use-new x) (when2 x 5))
(print (use #t) (use-new #t))
; expect: 5 6

; A struct: the values there are keep their layout, and are not taken for the new one.
(define-c-struct pair (first :int) (second :int))
(define old (make-struct 'pair :first 1 :second 2))
(define (second-of p) (c-inline "p->second" ((p (:pointer pair))) :double))
(define-c-struct pair (first :double) (second :double))
(define new (make-struct 'pair :first 1 :second 2))
(print (.second old) (.second new) old new)
; expect: 2 2.0 #<struct pair {:first 1 :second 2}> #<struct pair {:first 1.0 :second 2.0}>
(print (second-of new))
; expect: 2.0
(try (second-of old) (catch e (print (error-message e) (error-next-step e))))
; expect: Argument 1 of `c-inline`, `p`, is `struct pair *`, but a `struct pair` of another layout came. It was made before that struct was defined anew. Make it again.
