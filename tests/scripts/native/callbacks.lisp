; Lisp functions as C function pointers.
(load-header-with-lib ["here/callbacks.h" "stdlib.h" "string.h"] "fixtures/libcallbacks.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

; Where the header knows the type, a plain function will do.
(print (apply-combine (fn [a b] (+ (* 10 a) b)) 4 2) (apply-combine + 4 2) (apply-combine max 4 2))
(define seen (vector))
(visit-texts (fn [text data] (push! seen text)) nil)
(print seen)
(define changed (apply-change (fn [p factor] (make-struct pair (* 2 (.a p)) (* factor (.b p)))) {:a 21 :b 3}))
(print (.a changed) (.b changed))
(print (.a (apply-change (fn [p factor] {:a 7}) [1 2])))
(define turned
  (apply-rotate (fn [t] [[(get (.values t) 1) (get (.values t) 2) (get (.values t) 0)]]) {:values [1 2 3]}))
(print (get (.values turned) 0) (get (.values turned) 1) (get (.values turned) 2))
(print (apply-many (fn [a b c d e f g h i] (+ a b c d e f g h i))))

; C's own functions can be passed on.
(load-header-with-lib "math.h" "libm.so.6" :as m)
(print (ffi-call nil "qsort" (:pointer :size_t :size_t :pointer) :void nil 0 4 nil))
(define numbers [5 3 9 1 7])
(qsort (cast :pointer (make-array :int numbers)) 5 4 (fn [a b] 0))
(define array (make-array :int numbers))
(qsort array 5 4 (fn [a b] (- (deref (cast "int *" a)) (deref (cast "int *" b)))))
(print (map (fn [i] (get array i)) (range 5)))

; make-c-callback and define-callback make them by hand.
(define difference (make-c-callback (fn [a b] (- a b)) :args (:int :int) :return :int))
(print (apply-combine difference 9 4) (apply-twice difference 9 4))
(print (apply-combine (make-c-callback (fn [a b] (* a b)) :type "int (*)(int, int)") 6 7))
(define-callback on-text (fn [text data] (push! seen (and text (string-length text)))) :args (:string :pointer))
(clear! seen)
(visit-texts on-text nil)
(print seen)
(define-callback on-pointers (fn [a b] (push! seen :called)))
(visit-texts on-pointers nil)
(print (last seen))

; One that C keeps lives as long as C may call it.
(keep-function (fn [a b] (* 100 (+ a b))))
(collect-garbage)
(dotimes [i 1000] (str "garbage " i))
(print (call-kept 1 2))

; Freed ones are reported, not called.
(keep-function difference)
(print (call-kept 5 1))
(free difference)
(print (failure (call-kept 5 1)))
(print (failure (apply-combine difference 1 2)))
(print (failure (free difference)))
(define once nil)
(set! once (make-c-callback (fn [a b] (free once) (collect-garbage) (+ a b)) :args (:int :int) :return :int))
(print (apply-combine once 1 2) (failure (apply-combine once 1 2)))

; What cannot work is refused when the callback is made.
(print (failure (apply-combine (fn [a] a) 1 2)))
(print (failure (apply-combine 5 1 2)))
(print (failure (make-c-callback (fn [a] a) :args (:int :int))))
(print (failure (make-c-callback 5)))
(print (failure (make-c-callback (fn [a] a) :args :int)))
(print (failure (make-c-callback (fn [a] a) :type :int)))
(print (failure (make-c-callback (fn [a] a) :arg (:int))))
(print (failure (make-c-callback printf :type "int (*)(const char *, ...)")))
