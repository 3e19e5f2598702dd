; What of a header can be called: coverage.lisp HEADER LIBRARY prints it as JSON. Run by coverage.py.
(define header (first (arguments)))
(define library (let [name (second (arguments))] (if (empty? name) nil name)))

(define loaded (load-header-with-lib header library))
(define (of-compiler? one)
  "Whether it is an intrinsic of the compiler's own headers, which some headers bring along by the thousand."
  (contains? (or (get one :file) "") "/lib/clang/"))
(define functions (remove of-compiler? (parsed-functions (parse-c-header header :all #t :library library))))

(define (complaint name)
  "Why nothing can be called by the name; nil when it can."
  (try (do (eval (string->symbol (str "c/" name))) nil)
       (catch e (error-message e))))

(define (failures chosen)
  "Name and complaint of each that cannot be called."
  (filter second (map (fn [one] (list (get one :name) (complaint (get one :name)))) chosen)))

(define inline (filter (fn [one] (get one :inline)) functions))
(define others (remove (fn [one] (get one :inline)) functions))
(print (json-write (hash-map :declared (count functions)
                             :inline (count inline)
                             :failed-inline (failures inline)
                             :failed (failures others))))
