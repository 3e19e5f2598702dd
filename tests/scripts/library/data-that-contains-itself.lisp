; Vectors and maps can be changed into containing themselves. What goes over them ends nevertheless.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(define (circle)
  (let [v [1]]
    (push! v v)
    v))
(define (ring-items last)
  (let [v []]
    (push! v v)
    (push! v last)
    v))
(define (ring &optional (last 3))
  (let [v [1] m {:v v}]
    (push! v (list m))
    (push! v last)
    m))
; By way of a key, which changes in what its hash leaves out.
(define (by-key last)
  (let [key {:a nil} m (map-of key 1 {:a 2} last)]
    (put! key :a [m])
    m))

(print (= (circle) (circle)) (= (ring) (ring)) (= (ring) (ring 4)) (= (circle) [1 (circle)]) (= (circle) [1 [2 (circle)]]))
; expect: #t #t #f #t #f
(print (= (by-key 1) (by-key 1)) (= (by-key 1) (by-key 2)))
; expect: #t #f
(print (= (hash (circle)) (hash (circle))) (get (map-of (circle) "found") (circle)) (get (map-of (ring) "found") (ring)))
; expect: #t found found

; Two entries whose keys hash alike: the first that is met is not the one.
(define (two-keys first second)
  (let [a {:k first} b {:k second}]
    (map-of a 1 b 2)))
(print (= (two-keys [1] [2]) (two-keys [1] [2])) (= (two-keys [1] [2]) (map-of {:k [2]} 2 {:k [1]} 1))
       (= (two-keys [1] [2]) (two-keys [2] [1])) (= (two-keys [1] [2]) (two-keys [1] [3])))
; expect: #t #t #f #f

(print (circle) (ring) (by-key 1))
; expect: [1 …] {:v [1 (…) 3]} {{:a […]} 1 {:a 2} 1}
(show (circle))
; expect: [1 …]
(show (ring) :all #t)
; expect: {:v [1 (…) 3]}

(print (compare (circle) (circle)) (compare (ring-items 1) (ring-items 2)) (compare (ring-items 2) (ring-items 1)))
; expect: 0 -1 1
(print (sort [(ring-items 3) (ring-items 1) (ring-items 2)]))
; expect: [[… 1] [… 2] [… 3]]

(print (message-of (json-write (circle))))
; expect: [1 …] contains itself, which JSON cannot say.
(print (message-of (json-write {:inside [(ring)]} :pretty #t)))
; expect: {:v [1 (…) 3]} contains itself, which JSON cannot say.
; The same collection twice is none inside itself.
(print (let [v [1]] (json-write [v v {"v" v}])))
; expect: [[1],[1],{"v":[1]}]
; Nor is it where it comes again after much that lies deeper.
(define (wrapped times inner) (reduce (fn [v _] [v]) inner (range times)))
(for [times (range 10 22)]
  (let [p [[1]] data (wrapped times [p [p p] p])]
    (unless (and (= (str data) (str (wrapped times [[[1]] [[[1]] [[1]]] [[1]]])))
                 (= (json-parse (json-write data)) data))
      (print "wrong at" times))))
(print (str (wrapped 2 [[1]])) (json-write (wrapped 2 [[1]])))
; expect: [[[[1]]]] [[[[1]]]]
