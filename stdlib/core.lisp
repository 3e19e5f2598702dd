; Control and binding beyond the special forms.
;
; Templates call functions of the language by value (`,get`), so that a variable of the user with the same name changes
; nothing. Builtins only: a library function as a value would tie this file's code to another's.

(defmacro (when test &rest body)
  "Runs the body when the test is true; else nil."
  `(if ,test (do ,@body) nil))

(defmacro (private &rest names)
  "Hides names that this file defines from the files that import it."
  `(,make-private ',names))

(defmacro (unless test &rest body)
  "Runs the body when the test is nil or #f; else nil."
  `(if ,test nil (do ,@body)))

(define (check-clause macro usage clause)
  "The clause, when it is a list; else an error that says how a clause of the macro is written."
  (if (pair? clause)
      clause
      (error (format "A clause of `~a` is ~a, but ~s came." macro usage clause) :kind :syntax)))

(define (check-bindings macro usage bindings)
  "The bindings, when they are names and values in turn; else an error that says how to write them."
  (if (and (or (vector? bindings) (pair? bindings)) (even? (count bindings)))
      bindings
      (error (format "The bindings of `~a` are names and values in turn, but ~s came." macro bindings)
             :kind :syntax :next-step (str "Write " usage "."))))

(defmacro (cond &rest clauses)
  "Runs the body of the first clause (test body…) whose test is true. A test of else or :else always is; a clause without
a body gives the test's value. nil when no test is true."
  (if (empty? clauses)
      nil
      (let [clause (check-clause "cond" "(test body…)" (first clauses))
            test (first clause)
            more (rest clauses)]
        (cond-clause test (rest clause) more))))

(define (cond-clause test body more)
  "What cond makes of one clause and those after it."
  (if (or (eq? test 'else) (eq? test :else))
      `(do ,@body)
      (if (empty? body)
          `(or ,test (cond ,@more))
          `(if ,test (do ,@body) (cond ,@more)))))

(defmacro (case value &rest clauses)
  "Runs the body of the clause (key body…) whose key is = to the value. A key is a literal, or a list of several; else
takes any value. nil when no clause fits."
  (let [subject (gensym "subject")]
    `(let [,subject ,value]
       (cond ,@(case-clauses subject clauses)))))

(define (case-clauses subject clauses)
  "The clauses of `case` as clauses of `cond`."
  (if (empty? clauses)
      nil
      (let [clause (check-clause "case" "(key body…)" (first clauses))
            key (first clause)]
        (cons (cons (case-test subject key) (rest clause))
              (case-clauses subject (rest clauses))))))

(define (case-test subject key)
  "The test for one key of `case`, or for a list of them."
  (cond
    ((or (eq? key 'else) (eq? key :else)) :else)
    ((pair? key) (cons 'or (case-tests subject key)))
    (else `(= ,subject ',key))))

(define (case-tests subject keys)
  "The tests for the keys of a list."
  (if (empty? keys)
      nil
      (cons (case-test subject (first keys)) (case-tests subject (rest keys)))))

(defmacro (let* bindings &rest body)
  "Binds names one after the other; the same as let."
  `(let ,bindings ,@body))

(defmacro (letrec bindings &rest body)
  "Binds names to functions that may refer to all of the names."
  `(let [] ,@(letrec-definitions (as-vector bindings) 0) ,@body))

(define (letrec-definitions bindings index)
  "Definitions from [name value …] or ((name value) …)."
  (cond
    ((>= index (count bindings)) nil)
    ((pair? (get bindings index))
     (cons (cons 'define (get bindings index)) (letrec-definitions bindings (+ index 1))))
    (else
     (cons (list 'define (get bindings index) (get bindings (+ index 1)))
           (letrec-definitions bindings (+ index 2))))))

(defmacro (if-let binding then &optional else)
  "(if-let [name value] then else): binds the name and runs `then` when the value is true, else runs `else`."
  (let [binding (check-bindings "if-let" "(if-let [name value] then else)" binding)
        value (gensym "value")]
    `(let [,value ,(get binding 1)]
       (if ,value (let [,(get binding 0) ,value] ,then) ,else))))

(defmacro (when-let binding &rest body)
  "(when-let [name value] body…): binds the name and runs the body when the value is true; else nil."
  `(if-let ,binding (do ,@body) nil))

(defmacro (-> value &rest forms)
  "Passes the value through the forms, each time as the first argument: (-> x (f 1) g) is (g (f x 1))."
  (if (empty? forms)
      value
      (let [form (first forms)]
        `(-> ,(if (pair? form) `(,(first form) ,value ,@(rest form)) (list form value)) ,@(rest forms)))))

(defmacro (->> value &rest forms)
  "Passes the value through the forms, each time as the last argument: (->> x (f 1) g) is (g (f 1 x))."
  (if (empty? forms)
      value
      (let [form (first forms)]
        `(->> ,(if (pair? form) `(,@form ,value) (list form value)) ,@(rest forms)))))

(defmacro (assert test &optional message)
  "Raises an error when the test is nil or #f. The message says what should hold; without one, the test itself does."
  `(if ,test
       nil
       (,error (,str "Assertion failed: " ,(or message (write-to-string test))) :kind :assertion)))

(defmacro (time &rest body)
  "Runs the body, prints how long it took, and returns its value."
  (let [start (gensym "start") result (gensym "result")]
    `(let [,start (,monotonic-time)
           ,result (do ,@body)]
       (,printf "~,3f ms~n" (* 1000 (- (,monotonic-time) ,start)))
       ,result)))

; --- Functions on functions ----------------------------------------------------------------------------------------

(define (compose &rest functions)
  "A function that calls the functions from the last to the first, each with the result of the one before."
  (if (empty? functions)
      identity
      (let [reversed (reverse functions)]
        (fn [&rest args]
          (loop next [value (apply (first reversed) args) more (rest reversed)]
            (if (empty? more) value (next ((first more) value) (rest more))))))))

(define (partial f &rest first-args)
  "A function that calls f with these arguments before its own."
  (fn [&rest args] (apply f (append first-args args))))

(define (complement f)
  "A function that is true where f is not."
  (fn [&rest args] (not (apply f args))))

(define (constantly value)
  "A function of any arguments that returns the value."
  (fn [&rest args] value))

(define (juxt &rest functions)
  "A function that returns a vector of what each function returns."
  (fn [&rest args]
    (let [out (vector)]
      (loop next [more functions]
        (if (empty? more)
            out
            (do (push! out (apply (first more) args))
                (next (rest more))))))))

(define (memoize f)
  "A function like f that remembers its results."
  (let [known {}]
    (fn [&rest args]
      (if (has-key? known args)
          (get known args)
          (put! known args (apply f args))))))

(define (inc n) "n + 1." (+ n 1))
(define (dec n) "n - 1." (- n 1))

(private check-clause check-bindings cond-clause case-clauses case-test case-tests letrec-definitions)
