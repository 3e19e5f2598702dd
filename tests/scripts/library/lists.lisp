; Lists.
(print (list 1 2 3) (list) (cons 1 '(2 3)) (list* 1 2 '(3 4)) (list* nil))
; expect: (1 2 3) nil (1 2 3) (1 2 3 4) nil
(print (cons 1 [2 3]) (cons 1 "ab") (list* 1 2 [3]) (rest (cons 1 [2])))
; expect: (1 2 3) (1 a b) (1 2 3) (2)
(print (first '(1 2 3)) (second '(1 2 3)) (third '(1 2 3)) (rest '(1 2 3)) (last '(1 2 3)) (butlast '(1 2 3)))
; expect: 1 2 3 (2 3) 3 (1 2)
(print (first nil) (second '(1)) (rest nil) (last nil) (butlast nil))
; expect: nil nil nil nil nil
(print (first [1 2]) (rest [1 2]) (first "añb") (rest "añb") (last "añb") (first {:a 1}))
; expect: 1 [2] a ñb b [:a 1]
(print (nth '(a b c) 1) (nth [1 2] 5 :none) (nth "héllo" 1))
; expect: b :none é
(print (append '(1 2) '(3) nil '(4)) (append '(1) [2 3]) (append) (append nil '(1)))
; expect: (1 2 3 4) (1 2 3) nil (1)
(print (reverse '(1 2 3)) (reverse [1 2]) (reverse "añb"))
; expect: (3 2 1) [2 1] bña
(print (take 2 '(1 2 3)) (take 5 [1 2]) (drop 1 '(1 2 3)) (drop 5 "ab") (take 0 nil))
; expect: (1 2) [1 2] (2 3)  nil
(print (member 2 '(1 2 3)) (member 9 '(1 2 3)) (index-of '(a b c) 'b) (index-of [1 2] 9))
; expect: (2 3) #f 1 nil
(print (association 'b '((a 1) (b 2))) (association :x '([:x 1])))
; expect: (b 2) [:x 1]
(print (range 5) (range 2 5) (range 10 0 -3) (range 0 1 0.25) (range 5 0))
; expect: (0 1 2 3 4) (2 3 4) (10 7 4 1) (0.0 0.25 0.5 0.75) nil
(print (list? '(1)) (list? nil) (list? [1]) (pair? nil) (nil? nil) (empty? nil) (empty? '(1)))
; expect: #t #t #f #f #t #t #f
(print (count '(1 2 3)) (length nil) (concat '(1) [2] "a") (concat [1] '(2)) (concat))
; expect: 3 0 (1 2 a) [1 2] nil
