; compare, and sorting by it or by a function. Sorts are stable.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (compare 1 2.5) (compare "b" "a") (compare [1 2] [1 2 0]) (compare :a :a) (compare #f #t) (compare '(1) nil))
; expect: -1 1 -1 0 -1 1
(print (sort [3 1 2]) (sort '("b" "a")) (sort [[2 1] [1 9] [1 2]]) (sort []) (sort "hello"))
; expect: [1 2 3] (a b) [[1 2] [1 9] [2 1]] [] (e h l l o)
(print (sort [3 1 2] >) (sort [3 1.5 2] <) (sort [1 2 3 4 5 6 7] (fn [a b] (> a b))))
; expect: [3 2 1] [1.5 2 3] [7 6 5 4 3 2 1]
(print (sort-by count ["ccc" "a" "bb" "d"]) (sort-by - [1 3 2]) (sort-by first '((2 a) (1 b) (2 c) (1 d)) <))
; expect: [a d bb ccc] [3 2 1] ((1 b) (1 d) (2 a) (2 c))
(print (sort ["bb" "a" "cc" "d"] (fn [a b] (< (count a) (count b)))))
; expect: [a d bb cc]
(define v [3 1 2])
(print (eq? v (sort! v)) v)
; expect: #t [1 2 3]
(random-seed! 1)
(define numbers (for/vector [i (range 2000)] (random 500)))
(print (= (sort numbers) (sort numbers (fn [a b] (< a b)))))
; expect: #t
(print (min-by abs [-3 2 -1]) (max-by count ["a" "bbb" "cc"]))
; expect: -1 bbb
(print (message-of (sort [1 "a"])))
; expect: "a" and 1 have no order.
(print (message-of (sort [first rest])))
; expect: #<function rest> and #<function first> have no order.
(print (message-of (compare {} {})))
; expect: {} and {} have no order.
