; Pattern matching. A clause becomes a test and the bindings that hold where it succeeds; temporaries hold the parts of
; nested data, so that each part is taken out once.

(defmacro (match value &rest clauses)
  "Runs the body of the first clause (pattern body…) or (pattern :when test body…) whose pattern fits the value; an error
when none does. Patterns:
  _                  anything
  name               anything, bound to the name; a second time, what is = to the first
  CONSTANT           a name without lower-case letters, such as SDL_QUIT: what is = to its value
  1 \"a\" :k #t nil 'x  what is = to the literal
  ,expr              what is = to the expression's value
  [p q]  [p & more]  a vector or list with such items; more is bound to the others
  (list p q)         the same, but a list only
  (cons p q)         a list with such a first item and rest
  {:key p}           a map with the key, whose value fits
  (? test p…)        what the function `test` holds for and all patterns fit
  (and p…) (or p…) (not p)   all, any, not; or and not bind nothing."
  (let [subject (gensym "subject")]
    `(let [,subject ,value]
       ,(match-clauses subject clauses))))

(define (match-clauses subject clauses)
  "The clauses as nested ifs."
  (if (empty? clauses)
      `(,error (,format "No clause of `match` fits ~s." ,subject)
               :kind :match :next-step "End with a clause (_ …) that takes anything else.")
      (let [clause (check-clause "match" "(pattern body…)" (first clauses))
            state (match-state)]
        (match-pattern state (first clause) subject)
        (match-clause state (rest clause) (match-clauses subject (rest clauses))))))

(define (match-state)
  "What is known about a pattern as it is taken apart: tests in order, names with the forms of their values, and
temporaries that the tests set."
  {:tests (vector) :names (vector) :values (vector) :temporaries (vector)})

(define (match-clause state body otherwise)
  "The form for one clause: its tests, its guard and its body, else what comes after it."
  (let [guarded (and (pair? body) (eq? (first body) :when))
        bindings (match-bindings state)
        tests (to-list (get state :tests))
        guard (if guarded (list `(let ,bindings ,(second body))) nil)]
    `(let ,(vec (match-temporaries (to-list (get state :temporaries))))
       (if (and ,@tests ,@guard)
           (let ,bindings ,@(if guarded (drop 2 body) body))
           ,otherwise))))

(define (match-temporaries names)
  "[name nil …], as a list: the temporaries before a test sets them."
  (if (empty? names) nil (list* (first names) nil (match-temporaries (rest names)))))

(define (match-bindings state)
  "[name value …] of all names that the pattern binds."
  (let [names (get state :names)
        values (get state :values)
        out (vector)]
    (loop next [i 0]
      (if (< i (count names))
          (do (push! out (get names i) (get values i))
              (next (+ i 1)))
          out))))

(define (match-test! state test)
  "Adds a test."
  (push! (get state :tests) test))

(define (match-pattern state pattern value)
  "Adds to the state what the pattern asks of the value, a form that is cheap and may be repeated."
  (cond
    ((symbol? pattern) (match-symbol state pattern value))
    ((vector? pattern) (match-sequence state pattern value #t))
    ((map? pattern) (match-map state pattern value))
    ((pair? pattern) (match-list-pattern state pattern value))
    (else (match-test! state `(= ,value ,pattern)))))

(define (match-symbol state name value)
  "Adds what a name in a pattern asks for: nothing, a constant, or a binding."
  (cond
    ((eq? name '_) nil)
    ((constant-name? name) (match-test! state `(= ,value ,name)))
    ((contains? (get state :names) name)
     (match-test! state `(= ,value ,(get (get state :values) (index-of (get state :names) name)))))
    (else
     (push! (get state :names) name)
     (push! (get state :values) value))))

(define (constant-name? name)
  "Whether a symbol is spelled as C spells constants: with upper-case letters and no lower-case ones."
  (let [text (symbol->string name)]
    (and (= text (upper-case text))
         (not (= text (lower-case text))))))

(define (match-part state value)
  "A name for a part of the value: a temporary that the tests set."
  (if (symbol? value)
      value
      (let [name (gensym "part")]
        (push! (get state :temporaries) name)
        (match-test! state `(do (set! ,name ,value) #t))
        name)))

(define (match-sequence state pattern value vectors)
  "Items one by one, of a list or, where `vectors` is true, of a vector too."
  (let [part (match-part state value)
        dots (or (index-of pattern '&) (index-of pattern '&rest))
        size (or dots (count pattern))]
    (match-test! state (if vectors `(or (,vector? ,part) (,list? ,part)) `(,list? ,part)))
    (match-test! state `(,(if dots '>= '=) (,count ,part) ,size))
    (loop next [i 0]
      (when (< i size)
        (match-pattern state (get pattern i) `(,nth ,part ,i))
        (next (+ i 1))))
    (when dots
      (match-pattern state (get pattern (+ dots 1)) `(,drop ,size ,part)))))

(define (match-map state pattern value)
  "The values under the keys of a map."
  (let [part (match-part state value)]
    (match-test! state `(,map? ,part))
    (loop next [keys (keys pattern)]
      (unless (empty? keys)
        (match-test! state `(,has-key? ,part ,(first keys)))
        (match-pattern state (get pattern (first keys)) `(,get ,part ,(first keys)))
        (next (rest keys))))))

(define (match-list-pattern state pattern value)
  "Adds what a pattern written as a list asks for."
  (case (first pattern)
    (quote (match-test! state `(= ,value ,pattern)))
    (unquote (match-test! state `(= ,value ,(second pattern))))
    (list (match-sequence state (vec (rest pattern)) value #f))
    (cons
     (let [part (match-part state value)]
       (match-test! state `(,pair? ,part))
       (match-pattern state (second pattern) `(,first ,part))
       (match-pattern state (third pattern) `(,rest ,part))))
    (? (let [part (match-part state value)]
         (match-test! state `(,(second pattern) ,part))
         (match-all state (drop 2 pattern) part)))
    (and (match-all state (rest pattern) (match-part state value)))
    (or (let [part (match-part state value)]
          (match-test! state (cons 'or (match-alternatives state (rest pattern) part)))))
    (not (let [part (match-part state value)]
           (match-test! state `(not ,(first (match-alternatives state (rest pattern) part))))))
    (else
     (error (format "~s is not a pattern." pattern) :kind :syntax
            :next-step "Patterns that are lists start with list, cons, ?, and, or, not or a quote."))))

(define (match-all state patterns value)
  "Adds what all patterns ask of one value."
  (unless (empty? patterns)
    (match-pattern state (first patterns) value)
    (match-all state (rest patterns) value)))

(define (match-alternatives state patterns value)
  "A test for each pattern, none of which may bind a name."
  (if (empty? patterns)
      nil
      (let [own (match-state)]
        (match-pattern own (first patterns) value)
        (unless (empty? (get own :names))
          (error (format "The pattern ~s binds a name within `or` or `not`." (first patterns)) :kind :syntax
                 :next-step "Use _ there, and bind the whole with (and name (or …))."))
        (extend! (get state :temporaries) (get own :temporaries))
        (cons `(and ,@(to-list (get own :tests)))
              (match-alternatives state (rest patterns) value)))))

(private match-clauses match-state match-clause match-temporaries match-bindings match-test! match-pattern
         match-symbol constant-name? match-part match-sequence match-map match-list-pattern match-all
         match-alternatives)
