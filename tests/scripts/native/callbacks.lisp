; Lisp functions as C function pointers.
(load-header-with-lib ["here/callbacks.h" "stdlib.h" "string.h"] "fixtures/libcallbacks.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

; Where the header knows the type, a plain function will do.
(print (apply-combine (fn [a b] (+ (* 10 a) b)) 4 2) (apply-combine + 4 2) (apply-combine max 4 2))
; expect: 42 6 4
(define seen (vector))
(visit-texts (fn [text data] (push! seen text)) nil)
(print seen)
; expect: [one nil three]
(define changed (apply-change (fn [p factor] (make-struct pair (* 2 (.a p)) (* factor (.b p)))) {:a 21 :b 3}))
(print (.a changed) (.b changed))
; expect: 42 1.5
(print (.a (apply-change (fn [p factor] {:a 7}) [1 2])))
; expect: 7
(define turned
  (apply-rotate (fn [t] [[(get (.values t) 1) (get (.values t) 2) (get (.values t) 0)]]) {:values [1 2 3]}))
(print (get (.values turned) 0) (get (.values turned) 1) (get (.values turned) 2))
; expect: 2 3 1
(print (apply-many (fn [a b c d e f g h i] (+ a b c d e f g h i))))
; expect: 312.25

; C's own callers, and C's own functions passed on.
(define array (make-array :int [5 3 9 1 7]))
(qsort array 5 4 (fn [a b] (- (deref (cast "int *" a)) (deref (cast "int *" b)))))
(print (map (fn [i] (get array i)) (range 5)) (descend abs -5))
; expect: (1 3 5 7 9) 5

; make-c-callback and define-callback make them by hand.
(define difference (make-c-callback (fn [a b] (- a b)) :args (:int :int) :return :int))
(print (apply-combine difference 9 4) (apply-twice difference 9 4))
; expect: 5 1
(print (apply-combine (make-c-callback (fn [a b] (* a b)) :type "int (*)(int, int)") 6 7))
; expect: 42
(define-callback on-text (fn [text data] (push! seen (and text (string-length text)))) :args (:string :pointer))
(clear! seen)
(visit-texts on-text nil)
(print seen)
; expect: [3 nil 5]
(define-callback on-pointers (fn [a b] (push! seen :called)))
(visit-texts on-pointers nil)
(print (last seen))
; expect: :called

; One that C keeps lives as long as C may call it.
(keep-function (fn [a b] (* 100 (+ a b))))
(collect-garbage)
(dotimes [i 1000] (str "garbage " i))
(print (call-kept 1 2))
; expect: 300

; Freed ones are reported, not called.
(keep-function difference)
(print (call-kept 5 1))
; expect: 4
(free difference)
(print (failure (call-kept 5 1)))
; expect: Callback (fn …) of here/callbacks.lisp:31:37 was called after its release; it answered with zero.
(print (failure (apply-combine difference 1 2)))
; expect: Argument 1 of `apply_combine`, `f`, is `combine_fn`, but #<C callback (fn …) of here/callbacks.lisp:31:37, freed> came.
(print (failure (free difference)))
; expect: This callback was freed already.
(define once nil)
(set! once (make-c-callback (fn [a b] (free once) (collect-garbage) (+ a b)) :args (:int :int) :return :int))
(print (apply-combine once 1 2) (failure (apply-combine once 1 2)))
; expect: 3 Argument 1 of `apply_combine`, `f`, is `combine_fn`, but #<C callback (fn …) of here/callbacks.lisp:65:29, freed> came.

; What a function has no parameter for is left out, as C programs do.
(print (apply-combine (fn [a] (* 10 a)) 4 2) (apply-combine (fn [] 7) 4 2) (apply-combine (fn [a &optional b] b) 4 2))
; expect: 40 7 2
(print (apply-combine (fn [a &rest others] (length others)) 4 2) (apply-combine abs -4 2))
; expect: 1 4
(print (apply-twice (make-c-callback (fn [a] (+ a 1)) :args (:int :int) :return :int) 5 0))
; expect: 7

; What cannot work is refused when the callback is made.
(print (failure (apply-combine (fn [a b c] a) 1 2)))
; expect: Argument 1 of `apply_combine`, `f`, is `combine_fn`, but #<function> came. C calls (fn …) of here/callbacks.lisp:78:32 with 2 arguments, but it takes 3.
(print (failure (visit-texts (fn [a b c &rest others] a) nil)))
; expect: Argument 1 of `visit_texts`, `visit`, is `visit_fn`, but #<function> came. C calls (fn …) of here/callbacks.lisp:80:30 with 2 arguments, but it takes at least 3.
(print (failure (apply-combine 5 1 2)))
; expect: Argument 1 of `apply_combine`, `f`, is `combine_fn`, but 5 came.
(print (failure (make-c-callback (fn [a b c] a) :args (:int :int))))
; expect: C calls (fn …) of here/callbacks.lisp:84:34 with 2 arguments, but it takes 3.
(print (failure (make-c-callback 5)))
; expect: Argument 1 of `make-c-callback` is 5, but a function is expected.
(print (failure (make-c-callback (fn [a] a) :args :int)))
; expect: The :args of a callback are a list of C types.
(print (failure (make-c-callback (fn [a] a) :type :int)))
; expect: The :type of a callback is a function type.
(print (failure (make-c-callback (fn [a] a) :arg (:int))))
; expect: Argument 2 of `make-c-callback` is :arg, but one of the options :args, :return, :type is expected.
