; Functions that call a function for the items of a collection: lists, vectors, strings, maps (as entries [key value]),
; bytes and C arrays alike. Where the result is a sequence, it is a vector for a vector and a list for anything else.
;
; All walk a vector by index: `as-vector` costs nothing for one, and less than walking a list for the others.

(define (map f coll &rest more)
  "A sequence of what f returns for each item; with several collections f takes an item of each, up to the shortest."
  (if (empty? more)
      (let [items (as-vector coll)
            size (count items)
            out (make-vector size)]
        (loop next [i 0]
          (when (< i size)
            (put! out i (f (get items i)))
            (next (+ i 1))))
        (like coll out))
      (map (fn [args] (apply f args)) (apply zip coll more))))

(define (map-indexed f coll)
  "A sequence of what f returns for each index and item."
  (let [items (as-vector coll)
        size (count items)
        out (make-vector size)]
    (loop next [i 0]
      (when (< i size)
        (put! out i (f i (get items i)))
        (next (+ i 1))))
    (like coll out)))

(define (for-each f coll &rest more)
  "Calls f with each item, for effect; with several collections with an item of each. Returns nil."
  (if (empty? more)
      (let [items (as-vector coll)
            size (count items)]
        (loop next [i 0]
          (when (< i size)
            (f (get items i))
            (next (+ i 1)))))
      (for-each (fn [args] (apply f args)) (apply zip coll more))))

(define (filter test coll)
  "A sequence of the items for which the test is true."
  (let [items (as-vector coll)
        size (count items)
        out (vector)]
    (loop next [i 0]
      (when (< i size)
        (let [item (get items i)]
          (when (test item) (push! out item)))
        (next (+ i 1))))
    (like coll out)))

(define (remove test coll)
  "A sequence of the items for which the test is not true."
  (filter (fn [item] (not (test item))) coll))

(define (keep f coll)
  "A sequence of what f returns for each item, without the nils."
  (filter some? (map f coll)))

(define (map-concat f coll)
  "A sequence of the items of all sequences that f returns, in order."
  (let [out (vector)]
    (for-each (fn [item] (extend! out (f item))) coll)
    (like coll out)))

(define (reduce f &rest args)
  "(reduce f [start] coll): combines the items from left to right with f, which takes what was reached and the next item.
Without a start, it begins with the first item; (f) is the answer when there is none."
  (let [coll (last args)
        items (as-vector coll)
        size (count items)]
    (cond
      ((= (count args) 2)
       (loop next [reached (first args) i 0]
         (if (< i size) (next (f reached (get items i)) (+ i 1)) reached)))
      ((not (= (count args) 1))
       (error "`reduce` is given too many arguments." :kind :arity :next-step "Write (reduce f [start] coll)."))
      ((= size 0) (f))
      (else
       (loop next [reached (get items 0) i 1]
         (if (< i size) (next (f reached (get items i)) (+ i 1)) reached))))))

(define (reduce-right f start coll)
  "Combines the items from right to left with f, which takes the next item and what was reached."
  (let [items (as-vector coll)]
    (loop next [reached start i (- (count items) 1)]
      (if (< i 0) reached (next (f (get items i) reached) (- i 1))))))

(define (sum coll) "The sum of the numbers." (reduce + 0 coll))
(define (product coll) "The product of the numbers." (reduce * 1 coll))

; --- Searching -----------------------------------------------------------------------------------------------------

(define (find-index test coll)
  "The index of the first item for which the test is true, or nil."
  (let [items (as-vector coll)
        size (count items)]
    (loop next [i 0]
      (cond
        ((>= i size) nil)
        ((test (get items i)) i)
        (else (next (+ i 1)))))))

(define (find test coll &optional default)
  "The first item for which the test is true, or the default (nil)."
  (let [items (as-vector coll)
        index (find-index test items)]
    (if index (get items index) default)))

(define (some f coll)
  "The first true value that f returns for an item, or nil."
  (let [items (as-vector coll)
        size (count items)]
    (loop next [i 0]
      (if (< i size)
          (or (f (get items i)) (next (+ i 1)))
          nil))))

(define (any? test coll) "Whether the test is true for any item." (some? (find-index test coll)))
(define (every? test coll) "Whether the test is true for all items." (not (any? (complement test) coll)))
(define (count-if test coll) "The number of items for which the test is true." (count (filter test coll)))

(define (min-by f coll)
  "The item for which f returns the least value, in the order of `compare`; nil when there is none."
  (reduce (fn [best item] (if (< (compare (f item) (f best)) 0) item best)) (first coll) (drop 1 (as-vector coll))))

(define (max-by f coll)
  "The item for which f returns the greatest value, in the order of `compare`; nil when there is none."
  (reduce (fn [best item] (if (> (compare (f item) (f best)) 0) item best)) (first coll) (drop 1 (as-vector coll))))

; --- Parts ---------------------------------------------------------------------------------------------------------

(define (take-while test coll)
  "The items before the first one for which the test is not true."
  (let [items (as-vector coll)]
    (like coll (take (or (find-index (complement test) items) (count items)) items))))

(define (drop-while test coll)
  "The items from the first one on for which the test is not true."
  (let [items (as-vector coll)]
    (like coll (drop (or (find-index (complement test) items) (count items)) items))))

(define (split-at n coll)
  "[the first n items, the others]."
  [(take n coll) (drop n coll)])

(define (separate test coll)
  "[the items for which the test is true, the others]."
  [(filter test coll) (remove test coll)])

(define (partition n coll)
  "A sequence of the items in groups of n, each of the kind of the collection; the last one may be shorter."
  (unless (and (integer? n) (> n 0))
    (error (format "`partition` makes groups of a positive number of items, not ~s." n) :kind :type))
  (let [items (as-vector coll)
        size (count items)
        out (vector)]
    (loop next [i 0]
      (when (< i size)
        (push! out (like coll (slice items i (min size (+ i n)))))
        (next (+ i n))))
    (like coll out)))

(define (partition-by f coll)
  "A sequence of the runs of items for which f returns = values."
  (let [items (as-vector coll)
        size (count items)
        out (vector)]
    (loop next [begin 0 i 1]
      (cond
        ((= size 0) nil)
        ((or (>= i size) (not= (f (get items i)) (f (get items begin))))
         (push! out (like coll (slice items begin i)))
         (when (< i size) (next i (+ i 1))))
        (else (next begin (+ i 1)))))
    (like coll out)))

(define (distinct coll)
  "The items without those that are = to an earlier one."
  (let [seen {}]
    (filter (fn [item] (if (has-key? seen item) #f (do (put! seen item #t) #t))) coll)))

(define (flatten coll)
  "A sequence of the items with nested lists and vectors taken apart, at any depth."
  (let [out (vector)]
    (flatten-into out coll)
    (like coll out)))

(define (flatten-into out item)
  "Pushes the item, or the items of a list or vector, taken apart."
  (if (or (pair? item) (vector? item))
      (for-each (fn [part] (flatten-into out part)) item)
      (unless (nil? item) (push! out item))))

; --- Combining -----------------------------------------------------------------------------------------------------

(define (zip coll &rest more)
  "A sequence of vectors of the items at the same places, up to the shortest collection."
  (let [sources (vec (cons (as-vector coll) (map as-vector more)))
        size (apply min (map count sources))
        out (make-vector size)]
    (loop next [i 0]
      (when (< i size)
        (put! out i (map (fn [source] (get source i)) sources))
        (next (+ i 1))))
    (like coll out)))

(define (interleave coll &rest more)
  "The first items of all collections, then the second ones, and so on, up to the shortest."
  (map-concat identity (apply zip coll more)))

(define (interpose separator coll)
  "The items with the separator between them."
  (like coll (vec (drop 1 (map-concat (fn [item] [separator item]) (as-vector coll))))))

(define (group-by f coll)
  "A map from each value that f returns to a vector of its items."
  (let [groups {}]
    (for-each
     (fn [item]
       (let [key (f item)]
         (push! (or (get groups key) (put! groups key (vector))) item)))
     coll)
    groups))

(define (frequencies coll)
  "A map from each item to the number of times it occurs."
  (let [counts {}]
    (for-each (fn [item] (put! counts item (+ 1 (get counts item 0)))) coll)
    counts))

(define (index-by f coll)
  "A map from each value that f returns to the last item for which it does."
  (let [index {}]
    (for-each (fn [item] (put! index (f item) item)) coll)
    index))

(define (repeat n item) "A list of n times the item." (to-list (make-vector n item)))

(define (repeatedly n f)
  "A list of the values of n calls of f."
  (to-list (map (fn [_] (f)) (make-vector n))))

(define (iterate f start n)
  "A list of n items: start, (f start), (f (f start)) and so on."
  (let [out (vector)]
    (loop next [item start i 0]
      (when (< i n)
        (push! out item)
        (when (< (+ i 1) n) (next (f item) (+ i 1)))))
    (to-list out)))

(define (shuffle coll)
  "The items in random order."
  (let [items (vec coll)]
    (loop next [i (- (count items) 1)]
      (when (> i 0)
        (let [j (random (+ i 1))
              item (get items i)]
          (put! items i (get items j))
          (put! items j item))
        (next (- i 1))))
    (like coll items)))

(define (random-item coll)
  "An item at random; nil when there is none."
  (let [items (as-vector coll)]
    (if (empty? items) nil (get items (random (count items))))))

(private flatten-into)
