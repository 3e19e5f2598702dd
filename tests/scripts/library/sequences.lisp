; Functions over collections: a vector for a vector, a list for anything else.
(print (map inc [1 2]) (map inc '(1 2)) (map char-upper-case "ab") (map + [1 2 3] '(10 20)) (map first {:a 1 :b 2}) (map inc nil))
; expect: [2 3] (2 3) (A B) [11 22] (:a :b) nil
(print (map-indexed list "ab") (filter odd? [1 2 3]) (filter odd? '(1 2 3)) (remove odd? [1 2 3]) (keep (fn [m] (get m :a)) [{:a 1} {}]))
; expect: ((0 a) (1 b)) [1 3] (1 3) [2] [1]
(for-each (fn [x y] (print x y)) [1 2] "ab")
; expect: 1 a
; expect: 2 b
(print (reduce + [1 2 3]) (reduce + 10 [1 2]) (reduce + []) (reduce (fn [a b] (str a b)) "ab") (reduce-right list nil [1 2]))
; expect: 6 13 0 ab (1 (2 nil))
(print (sum [1 2 3]) (product '(2 3)) (map-concat (fn [x] [x x]) [1 2]))
; expect: 6 6 [1 1 2 2]
(print (find odd? [2 3 4]) (find odd? [2]) (find odd? [2] :none) (find-index odd? [2 3]) (some (fn [x] (if (odd? x) (* 10 x) nil)) [2 3]))
; expect: 3 nil :none 1 30
(print (every? odd? [1 3]) (every? odd? []) (any? odd? [2 4]) (count-if odd? [1 2 3]))
; expect: #t #t #f 2
(print (take-while odd? [1 3 4 5]) (drop-while odd? '(1 3 4 5)) (split-at 1 [1 2 3]) (separate odd? [1 2 3]))
; expect: [1 3] (4 5) [[1] [2 3]] [[1 3] [2]]
(print (partition 2 [1 2 3 4 5]) (partition 2 '(1 2 3)) (partition-by odd? [1 3 2 4 5]) (partition-by odd? []))
; expect: [[1 2] [3 4] [5]] ((1 2) (3)) [[1 3] [2 4] [5]] []
(print (distinct [1 2 1 2.0]) (flatten [1 [2 '(3 [4])] nil]) (zip [1 2] "abc") (interleave [1 2] [:a :b]) (interpose 0 [1 2 3]))
; expect: [1 2] [1 2 3 4] [[1 a] [2 b]] [1 :a 2 :b] [1 0 2 0 3]
(print (group-by odd? [1 2 3]) (frequencies "hello") (index-by first [[1 :a] [2 :b]]))
; expect: {#t [1 3] #f [2]} {h 1 e 1 l 2 o 1} {1 [1 :a] 2 [2 :b]}
(print (repeat 3 :x) (repeatedly 2 (fn [] 7)) (iterate (fn [x] (* 2 x)) 1 5))
; expect: (:x :x :x) (7 7) (1 2 4 8 16)
(print (map inc (map inc (range 3))) (apply max (map abs [-5 3])))
; expect: (2 3 4) 5
