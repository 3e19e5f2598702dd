; Sorting. All sorts are stable. Without a function of one's own the order is that of `compare`, kept in C++.

(define (sort coll &optional less)
  "The items in order: in that of `compare`, or in that of a function such as > that tells whether one item comes before
another. A vector for a vector, else a list."
  (sort-by identity coll less))

(define (sort-by f coll &optional less)
  "The items in the order of what f returns for each, by `compare` or by a function that tells whether one such value
comes before another. A vector for a vector, else a list."
  (let [items (as-vector coll)
        sort-keys (if (eq? f identity) items (map f items))
        numeric (number? (first sort-keys))]
    (cond
      ((nil? less) (like coll (sort-by-keys items sort-keys #f)))
      ((and numeric (eq? less <)) (like coll (sort-by-keys items sort-keys #f)))
      ((and numeric (eq? less >)) (like coll (sort-by-keys items sort-keys #t)))
      (else
       (let [order (merge-sort (vec (range (count items)))
                               (fn [a b] (less (get sort-keys a) (get sort-keys b))))]
         (like coll (map (fn [index] (get items index)) order)))))))

(define (sort! vector &optional less)
  "Sorts a vector in place and returns it."
  (let [sorted (sort vector less)]
    (loop next [i 0]
      (when (< i (count sorted))
        (put! vector i (get sorted i))
        (next (+ i 1))))
    vector))

(define (merge-sort items less)
  "A sorted copy of a vector: runs of 1, 2, 4 … items are merged from one vector into another and back."
  (let [size (count items)]
    (loop widen [from (copy items) into (make-vector size) width 1]
      (if (>= width size)
          from
          (do
            (loop next [begin 0]
              (when (< begin size)
                (merge-runs from into begin (min size (+ begin width)) (min size (+ begin width width)) less)
                (next (+ begin width width))))
            (widen into from (* 2 width)))))))

(define (merge-runs from into begin middle end less)
  "Merges the sorted runs [begin, middle) and [middle, end). An item of the second run goes first only when it is less."
  (loop next [left begin right middle at begin]
    (cond
      ((>= at end) nil)
      ((or (>= left middle)
           (and (< right end) (less (get from right) (get from left))))
       (put! into at (get from right))
       (next left (+ right 1) (+ at 1)))
      (else
       (put! into at (get from left))
       (next (+ left 1) right (+ at 1))))))

(private merge-sort merge-runs)
