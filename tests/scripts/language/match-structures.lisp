; match on lists, vectors and maps.
(define (shape x)
  (match x
    ([] "empty")
    ([a] (list "one" a))
    ([:add a b] (+ a b))
    ([a a] (list "twice" a))
    ((list a b) (list "list of two" a b))
    ([a b] (list "vector of two" a b))
    ([first & others] (list "many" first others))
    ({:type :circle :r r} (* r r))
    ({:type t} (list "type" t))
    (_ "other")))
(print (shape []) (shape nil) (shape [1]) (shape '(:add 1 2)) (shape [3 3]) (shape '(1 2)) (shape [1 2]) (shape [1 2 3]) (shape '(1 2 3)))
; expect: empty empty (one 1) 3 (twice 3) (list of two 1 2) (vector of two 1 2) (many 1 [2 3]) (many 1 (2 3))
(print (shape {:type :circle :r 3}) (shape {:type :square}) (shape {:x 1}) (shape "ab"))
; expect: 9 (type :square) other other
(print (match '(1 (2 [3 {:k 4}])) ([a [b [c {:k d}]]] (list a b c d))))
; expect: (1 2 3 4)
(print (match '(1 2 3) ((cons a b) (list a b))) (match nil ((cons a b) 1) (_ "empty")))
; expect: (1 (2 3)) empty
(print (match {:a nil} ({:a v} (list "present" v)) (_ "absent")) (match {} ({:a v} 1) (_ "absent")))
; expect: (present nil) absent
(define (evaluate e)
  (match e
    ((? number? n) n)
    (['+ a b] (+ (evaluate a) (evaluate b)))
    (['* a b] (* (evaluate a) (evaluate b)))))
(print (evaluate '(+ 1 (* 2 3))))
; expect: 7
(define (count-down n) (match n (0 "done") (n (count-down (- n 1)))))
(print (count-down 100000))
; expect: done
