; Maps through functions, and data nested in maps and vectors. Names with ! change the map; the others copy it.

(define (update map key f &rest args)
  "A copy of a map or vector in which f, called with the key's value and the arguments, gave the new value."
  (assoc map key (apply f (get map key nil) args)))

(define (update! map key f &rest args)
  "Changes the key's value to what f returns for it and the arguments; returns the new value."
  (put! map key (apply f (get map key nil) args)))

(define (get-in coll path &optional default)
  "The value under the keys of the path, one collection within the other; the default (nil) when one is missing."
  (if (empty? path)
      coll
      (let [inner (get coll (first path) nil)]
        (if (nil? inner) default (get-in inner (rest path) default)))))

(define (assoc-in coll path value)
  "A copy of nested maps and vectors with another value at the path; maps that are missing are made."
  (let [key (first path)
        more (rest path)]
    (assoc coll key (if (empty? more) value (assoc-in (get coll key nil) more value)))))

(define (update-in coll path f &rest args)
  "A copy of nested maps and vectors in which f, called with the old value and the arguments, gave the new one."
  (assoc-in coll path (apply f (get-in coll path) args)))

(define (put-in! coll path value)
  "Changes the value at the path in nested maps and vectors, making maps that are missing; returns the value."
  (let [key (first path)
        more (rest path)]
    (cond
      ((empty? more) (put! coll key value))
      ((nil? (get coll key nil)) (put-in! (put! coll key (hash-map)) more value))
      (else (put-in! (get coll key) more value)))))

(define (map-vals f map)
  "A map with the same keys and what f returns for each value."
  (let [out (hash-map)]
    (for-each (fn [entry] (put! out (get entry 0) (f (get entry 1)))) map)
    out))

(define (map-keys f map)
  "A map with the same values under what f returns for each key."
  (let [out (hash-map)]
    (for-each (fn [entry] (put! out (f (get entry 0)) (get entry 1))) map)
    out))

(define (filter-entries test map)
  "A map of those entries for which the test, called with key and value, is true."
  (let [out (hash-map)]
    (for-each
     (fn [entry]
       (when (test (get entry 0) (get entry 1)) (put! out (get entry 0) (get entry 1))))
     map)
    out))

(define (invert map)
  "A map from the values to the keys."
  (let [out (hash-map)]
    (for-each (fn [entry] (put! out (get entry 1) (get entry 0))) map)
    out))

(define (merge-with f &rest maps)
  "A map of all entries; of values under equal keys f makes one."
  (let [out (hash-map)]
    (for-each
     (fn [map]
       (for-each
        (fn [entry]
          (let [key (get entry 0)
                value (get entry 1)]
            (put! out key (if (has-key? out key) (f (get out key) value) value))))
        map))
     maps)
    out))
