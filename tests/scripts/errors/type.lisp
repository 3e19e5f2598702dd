; A value that is not of the type that C wants: what was expected, what came, and which argument of which function.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (add 1 "two"))
(facts (sum-of (make-array :int 2)))
(facts (length-of 5))
(facts (first-of [1 "two"] 2))
(facts (call "no function" 1))
(facts (ffi-call nil "abs" (list :int) :int "x"))
(facts (set! (.x (make-struct point)) "wide"))
(facts (make-array :int [1 nil]))
(facts (deref 5))
(facts (free 5))
(facts (make-struct :int))
(facts (.z (make-struct point)))
(facts (set! add 5))
(facts (call (fn [v] "text") 1))
(facts (load-header-with-lib 5 nil))
; So are too many and too few arguments, of a kind of their own.
(facts (add 1))
