; Random numbers stay within bounds, and the same seed gives the same ones.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(random-seed! 7)
(define first-run (for/list [i (range 5)] (random 1000)))
(random-seed! 7)
(print (= first-run (for/list [i (range 5)] (random 1000))))
; expect: #t
(print (every? (fn [_] (<= 0 (random 6) 5)) (range 1000)))
; expect: #t
(print (every? (fn [_] (<= -3 (random -3 4) 3)) (range 1000)))
; expect: #t
(print (every? (fn [_] (let [x (random)] (and (<= 0 x) (< x 1)))) (range 1000)))
; expect: #t
(print (count (distinct (for/list [i (range 1000)] (random 6)))))
; expect: 6
(print (message-of (random 0)))
; expect: Argument 1 of `random` is 0, but a positive number is expected.
(print (message-of (random 5 5)))
; expect: Argument 2 of `random` is 5, but an integer above argument 1 is expected.
(print (sort (shuffle [1 2 3 4])) (contains? [1 2 3] (random-item [1 2 3])) (random-item []))
; expect: [1 2 3 4] #t nil
