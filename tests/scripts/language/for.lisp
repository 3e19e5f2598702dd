; for goes over any collection, for effect; for/list and for/vector collect.
(for [x [1 2]] (print x))
; expect: 1
; expect: 2
(for [x '(3 4)] (print x))
; expect: 3
; expect: 4
(for [c "añ"] (print c))
; expect: a
; expect: ñ
(for [b #u8(5 6)] (print b))
; expect: 5
; expect: 6
(for [[k v] {:a 1 :b 2}] (print k v))
; expect: :a 1
; expect: :b 2
(for [x nil] (print "never"))
(for [i (range 2)] (print i))
; expect: 0
; expect: 1
(for [i (range 2 4)] (print i))
; expect: 2
; expect: 3
(for [i (range 10 0 -4)] (print i))
; expect: 10
; expect: 6
; expect: 2
(print (for [x [1]] x))
; expect: nil
(print (for/list [x [1 2 3]] (* x x)) (for/vector [x '(1 2)] (+ x 1)) (for/list [i (range 0 1 0.5)] i))
; expect: (1 4 9) [2 3] (0.0 0.5)
(print (for/list [x [1 2 3 4] :when (even? x) y "ab" :let [z (str x y)]] z))
; expect: (2a 2b 4a 4b)
(print (for/list [[a [b & c]] [[1 [2 3 4]] [5 [6]]]] (list a b c)))
; expect: ((1 2 [3 4]) (5 6 []))
(print (for/list [i (range 3)] (fn [] i)))
; expect: (#<function> #<function> #<function>)
(print (map (fn [f] (f)) (for/list [i (range 3)] (fn [] i))))
; expect: (0 1 2)
(dotimes [i 3] (print i))
; expect: 0
; expect: 1
; expect: 2
(do-times [i 2] (print i))
; expect: 0
; expect: 1
(let [count 0 get nil list 5]
  (for [x [1 2 3]] (set! count (+ count x)))
  (print count (for/list [x [1]] x) list))
; expect: 6 (1) 5
(define (search wanted coll)
  (let found nil)
  (for [x coll :when (= x wanted)] (set! found x))
  found)
(print (search 2 [1 2 3]) (search 9 [1 2 3]))
; expect: 2 nil
(let [range (fn [n] (list n n))]
  (print (range 2)))
; expect: (2 2)
