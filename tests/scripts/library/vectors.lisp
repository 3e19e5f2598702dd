; Vectors can be changed.
(define v [1 2 3])
(push! v 4 5)
(print v (count v) (pop! v) v)
; expect: [1 2 3 4] 5 5 [1 2 3 4]
(set! (get v 0) 10)
(put! v 1 20)
(print v (get v 1) (get v 9 :none))
; expect: [10 20 3 4] 20 :none
(insert! v 1 :new)
(print v (remove-at! v 0) v)
; expect: [:new 20 3 4] 10 [:new 20 3 4]
(extend! v '(7 8))
(print v (fill! (make-vector 3) 0) (make-vector 2 :x) (vector 1 2) (vec "ab") (vec {:a 1}))
; expect: [:new 20 3 4 7 8] [0 0 0] [:x :x] [1 2] [a b] [[:a 1]]
(print (list->vector '(1 2)) (vector->list [1 2]) (to-list "ab"))
; expect: [1 2] (1 2) (a b)
(print (slice [1 2 3 4] 1 3) (slice [1 2 3 4] 2))
; expect: [2 3] [3 4]
(define w (copy v))
(push! w :only-here)
(print (= v w) (count v) (clear! w) (vector? w))
; expect: #f 6 [] #t
(define squares (vector))
(for [i (range 1000)] (push! squares (* i i)))
(print (count squares) (last squares))
; expect: 1000 998001
