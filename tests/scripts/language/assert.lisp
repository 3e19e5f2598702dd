; assert says what does not hold.
(print (assert (= 1 1)))
; expect: nil
(print (try (assert (= 1 2)) (catch e (list (error-kind e) (error-message e)))))
; expect: (:assertion Assertion failed: (= 1 2))
(print (try (assert nil "one and two differ") (catch e (error-message e))))
; expect: Assertion failed: one and two differ
