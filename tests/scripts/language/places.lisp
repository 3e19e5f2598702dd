; set! on variables and on places in collections.
(define v [1 2])
(define m {})
(set! (get v 1) 20)
(set! (get m :k) "value")
(set! (get (get {:inner v} :inner) 0) 10)
(print v m)
; expect: [10 20] {:k value}
(let local 1)
(set! local (+ local 1))
(print local (set! local 9) local)
; expect: 2 9 9
