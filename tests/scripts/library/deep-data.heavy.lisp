; Data may nest as deep as memory allows: lists, vectors, and maps by their values and by their keys.
(define (nest wrap innermost) (reduce (fn [inner _] (wrap inner)) innermost (range 100000)))
(define kinds [list vector (fn [inner] {:a inner}) (fn [inner] (map-of inner 1)) (fn [inner] [1 (list inner 2) 3])])

(for [wrap kinds]
  (let [deep (nest wrap 1) like (nest wrap 1) other (nest wrap 2)]
    (print (= deep like) (equal? like deep) (= deep other) (not= deep other) (= deep (wrap deep)))))
; expect: #t #t #f #t #f
; expect: #t #t #f #t #f
; expect: #t #t #f #t #f
; expect: #t #t #f #t #f
; expect: #t #t #f #t #f

; As keys of maps.
(for [wrap kinds]
  (let [m (map-of (nest wrap 1) "one" (nest wrap 2) "two")]
    (print (count m) (get m (nest wrap 2)) (get m (nest wrap 3)) (= (hash (nest wrap 1)) (hash (nest wrap 1))))))
; expect: 2 two nil #t
; expect: 2 two nil #t
; expect: 2 two nil #t
; expect: 2 two nil #t
; expect: 2 two nil #t

; In order.
(for [wrap [list vector (fn [inner] [1 (list inner 2) 3])]]
  (let [sorted (sort [(nest wrap 3) (nest wrap 1) (nest wrap 2)])]
    (print (= sorted [(nest wrap 1) (nest wrap 2) (nest wrap 3)]) (compare (nest wrap 1) (nest wrap 1))
           (compare (nest wrap 5) (nest wrap 4)))))
; expect: #t 0 1
; expect: #t 0 1
; expect: #t 0 1

; As text, and back.
(define deep (nest vector "x"))
(print (count (str deep)) (= (json-parse (json-write deep)) deep))
; expect: 200001 #t
(define deep (nest (fn [inner] {"a" inner}) nil))
(print (= (json-parse (json-write deep)) deep))
; expect: #t
(show (nest list 1) :all #t)
; expect match: \({100000}1\){100000}
(print (try (json-write deep :pretty #t) (catch e (str (error-message e) " " (error-next-step e)))))
; expect: The data nests deeper than 10000, too deep for indented lines. Without :pretty, any depth can be written.
