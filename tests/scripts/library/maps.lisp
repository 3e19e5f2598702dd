; Maps keep the order in which keys were added; keys compare by =.
(define m {:b 1 :a 2})
(print m (get m :a) (get m :z) (get m :z 0) (count m))
; expect: {:b 1 :a 2} 2 nil 0 2
(put! m :c 3)
(set! (get m :b) 10)
(print m (keys m) (vals m) (entries m))
; expect: {:b 10 :a 2 :c 3} (:b :a :c) (10 2 3) ([:b 10] [:a 2] [:c 3])
(print (remove! m :a) (remove! m :a) m (has-key? m :b) (contains? m :z))
; expect: #t #f {:b 10 :c 3} #t #f
(print (assoc m :d 4 :b 0) (dissoc m :b) m)
; expect: {:b 0 :c 3 :d 4} {:c 3} {:b 10 :c 3}
(print (merge {:a 1 :b 2} nil {:b 3}) (merge! m {:e 5}) m)
; expect: {:a 1 :b 3} {:b 10 :c 3 :e 5} {:b 10 :c 3 :e 5}
(print (hash-map "k" 1) (zipmap [:a :b] '(1 2)) (entries->map '([:x 1] (:y 2))) (select-keys {:a 1 :b 2} [:a :z]))
; expect: {k 1} {:a 1 :b 2} {:x 1 :y 2} {:a 1}
(define keyed {[1 2] "vector" "s" "string" 2 "number" nil "nil" '(1) "list"})
(print (get keyed [1 2]) (get keyed "s") (get keyed 2.0) (get keyed nil) (get keyed '(1)))
; expect: vector string number nil list
(print (put! keyed nan 1) (get keyed nan))
; expect: 1 1
(define big {})
(for [i (range 10000)] (put! big i (* i i)))
(for [i (range 0 10000 2)] (remove! big i))
(print (count big) (get big 9999) (get big 4) (first (keys big)))
; expect: 5000 99980001 nil 1
(print (= {:a 1 :b 2} {:b 2 :a 1}) (= {:a 1} {:a 2}) (map? m) (empty? {}) (clear! m))
; expect: #t #f #t #t {}
(print (assoc nil :a 1) (assoc [1 2] 0 :x) (update {:a 1} :a + 5) (map-vals inc {:a 1}) (map-keys name {:a 1}))
; expect: {:a 1} [:x 2] {:a 6} {:a 2} {a 1}
(print (invert {:a 1}) (merge-with + {:a 1 :b 2} {:a 10}) (filter-entries (fn [k v] (> v 1)) {:a 1 :b 2}))
; expect: {1 :a} {:a 11 :b 2} {:b 2}
