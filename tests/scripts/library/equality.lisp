; = compares by value and structure, eq? by identity.
(print (= 1 1 1) (= 1 2) (= "a" "a") (= '(1 [2 {:a "b"}]) (list 1 [2 {:a "b"}])) (= [1] '(1)) (= nil '()) (= #f nil))
; expect: #t #f #t #t #f #t #f
; Lists of different lengths, wherever they stand.
(print (= '(1) '(1 2)) (= '(1 2) '(1)) (= [['(1)] 2] [['(1 2)] 2]) (= {:a '(1)} {:a '(1 2)}) (= (map-of [1] '(1)) (map-of [1] '(1 2))))
; expect: #f #f #f #f #f
(print (= (map-of '(1) 1) (map-of '(1 2) 1)) (= (map-of {:a '(1)} 1 {:a '(2)} 2) (map-of {:a '(1 2)} 1 {:a '(2)} 2)))
; expect: #f #f
(print (eq? "a" (str "a")) (eq? 'a 'a) (eq? 5 5) (eq? [1] [1]) (not= 1 2) (equal? [1] [1]))
; expect: #f #t #t #f #t #t
(print (= (hash [1 "a"]) (hash [1 "a"])) (= (hash 2) (hash 2.0)) (= (hash (expt 2 70)) (hash (double (expt 2 70)))))
; expect: #t #t #t
(print (type-of 1) (type-of 1.5) (type-of "s") (type-of 'a) (type-of :a) (type-of nil) (type-of []) (type-of {}) (type-of '(1)))
; expect: :integer :double :string :symbol :keyword :nil :vector :map :list
(print (type-of first) (type-of #\a) (type-of #u8()) (type-of #t) (type-of (regex "a")) (type-of stdout))
; expect: :function :character :bytes :boolean :regex :file
(print (boolean nil) (boolean 0) (not nil) (some? #f) (function? first) (function? (fn [] 1)) (identity 5))
; expect: #f #t #t #t #t #t 5
