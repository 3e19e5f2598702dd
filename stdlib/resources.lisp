; Things that have to be closed.

(define (close x)
  "Closes a file, or calls the function that a map has under :close, with the map. nil needs no closing."
  (cond
    ((nil? x) nil)
    ((and (map? x) (has-key? x :close)) ((get x :close) x))
    (else (close-file x))))

(defmacro (with bindings &rest body)
  "(with [name value …] body…) binds the names, runs the body, and closes the values, the last one first, whichever way
the body is left. See `close` for what can be closed."
  (with-bindings (check-bindings "with" "(with [name value …] body…)" bindings) 0 body))

(define (with-bindings bindings index body)
  "The form for the bindings of `with` from an index on."
  (if (>= index (count bindings))
      `(do ,@body)
      (let [name (get bindings index)]
        `(let [,name ,(get bindings (+ index 1))]
           (try
             ,(with-bindings bindings (+ index 2) body)
             (finally (,close ,name)))))))

(private with-bindings)
