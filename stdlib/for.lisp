; Loops over collections.

(defmacro (for clauses &rest body)
  "(for [x coll …] body…) runs the body for each item, for effect, and returns nil. The collection is a list, a vector, a
string, bytes, a C array, a map (whose items are entries, bound by [key value]) or (range …), which is counted and not
made. Several pairs nest, the last one fastest. Between them :when test skips, and :let [name value] binds."
  (if (vector? clauses)
      (for-clauses clauses 0 body)
      (error (format "The clauses of `for` are a vector, but ~s came." clauses)
             :kind :syntax :next-step "Write (for [name coll …] body…).")))

(defmacro (for/list clauses &rest body)
  "As `for`, but returns a list of the values of the body."
  (let [out (gensym "out")]
    `(let [,out (,vector)]
       (for ,clauses (,push! ,out (do ,@body)))
       (,to-list ,out))))

(defmacro (for/vector clauses &rest body)
  "As `for`, but returns a vector of the values of the body."
  (let [out (gensym "out")]
    `(let [,out (,vector)]
       (for ,clauses (,push! ,out (do ,@body)))
       ,out)))

(defmacro (dotimes binding &rest body)
  "(dotimes [i n] body…) runs the body n times, with i from 0 to n - 1."
  (let [binding (check-bindings "dotimes" "(dotimes [i n] body…)" binding)]
    `(for [,(get binding 0) (range ,(get binding 1))] ,@body)))

(defmacro (do-times binding &rest body)
  "(do-times [i n] body…) runs the body n times, with i from 0 to n - 1; the same as dotimes."
  (let [binding (check-bindings "do-times" "(do-times [i n] body…)" binding)]
    `(for [,(get binding 0) (range ,(get binding 1))] ,@body)))

(define (for-clauses clauses index body)
  "The form for the clauses from an index on."
  (if (>= index (count clauses))
      `(do ,@body)
      (let [name (get clauses index)
            value (get clauses (+ index 1) nil)
            inner (for-clauses clauses (+ index 2) body)]
        (cond
          ((>= (+ index 1) (count clauses))
           (error (format "~s in `for` has no value." name) :kind :syntax :next-step "Write (for [name coll …] body…)."))
          ((eq? name :when) `(if ,value ,inner nil))
          ((eq? name :let) `(let ,value ,inner))
          ((keyword? name)
           (error (format "~s is no clause of `for`." name) :kind :syntax :next-step "The clauses are :when and :let."))
          ((counted-range? value) (for-range name (vec (rest value)) inner))
          (else (for-items name value inner))))))

(define (for-items name coll inner)
  "A loop over the items of any collection."
  (let [items (gensym "items") size (gensym "size") index (gensym "index") next (gensym "next")]
    `(let [,items (,as-vector ,coll)
           ,size (,count ,items)]
       (loop ,next [,index 0]
         (if (< ,index ,size)
             (do ,(bind-item name `(,get ,items ,index) inner)
                 (,next (+ ,index 1)))
             nil)))))

(define (counted-range? form)
  "Whether a form is a call of the language's `range` with a step that is known to be a whole number other than 0."
  (and (pair? form)
       (eq? (first form) 'range)
       (eq? (eval 'range) range)
       (or (= (count form) 2)
           (= (count form) 3)
           (and (= (count form) 4) (integer? (nth form 3)) (nonzero? (nth form 3))))))

(define (for-range name bounds inner)
  "A loop that counts."
  (let [index (gensym "index") end (gensym "end") next (gensym "next")
        begin (if (= (count bounds) 1) 0 (get bounds 0))
        step (get bounds 2 1)]
    `(let [,index ,begin
           ,end ,(get bounds (if (= (count bounds) 1) 0 1))]
       (loop ,next [,index ,index]
         (if (,(if (> step 0) '< '>) ,index ,end)
             (do ,(bind-item name index inner)
                 (,next (+ ,index ,step)))
             nil)))))

(define (bind-item name value inner)
  "Binds a name, or the names of a vector such as [key value] or [first & others], to an item."
  (if (vector? name)
      (let [item (gensym "item")]
        `(let [,item ,value] ,(bind-parts name item 0 inner)))
      `(let [,name ,value] ,inner)))

(define (bind-parts names item index inner)
  "Binds the names of a vector from an index on to the parts of an item."
  (cond
    ((>= index (count names)) inner)
    ((or (eq? (get names index) '&) (eq? (get names index) '&rest))
     (bind-item (get names (+ index 1)) `(,drop ,index ,item) inner))
    (else
     (bind-item (get names index) `(,nth ,item ,index) (bind-parts names item (+ index 1) inner)))))

(private for-clauses for-items counted-range? for-range bind-item bind-parts)
