; A compiler for arithmetic. Each line that is typed becomes LLVM IR, is optimised, compiled to machine code in memory
; and run:
;
;     elle examples/llvm-calc.lisp
;     > rate = 1.05
;     > def grow(x, years) = if years < 1 then x else grow(x * rate, years - 1)
;     > grow(100, 10)
;     162.8894626777442
;     > show grow                        the machine-independent code that LLVM made of it
;
; All numbers are doubles. There are + - * / ^ and < > <= >= == !=, which give 1 or 0, parentheses, variables, functions
; that may call themselves, `if … then … else …`, and the functions of C's math library.

(load-header-with-lib ["llvm-c/Core.h" "llvm-c/Analysis.h" "llvm-c/Target.h" "llvm-c/TargetMachine.h" "llvm-c/LLJIT.h"
                       "llvm-c/Transforms/PassBuilder.h"]
                      "LLVM-19")

; --- Reading: a line becomes tokens, and tokens a tree ---------------------------------------------------------------

(let token-pattern "\\d+\\.?\\d*(?:[eE][-+]?\\d+)?|[A-Za-z_]\\w*|[<>=!]=|[-+*/^()<>=,]|\\S")

; The tokens that are left of the line being read.
(let tokens [])

(define (peek) (get tokens 0 nil))
(define (take-token) (if (empty? tokens) (error "The line ends too early.") (remove-at! tokens 0)))
(define (take-if token) (when (= (peek) token) (take-token)))
(define (expect token)
  (unless (take-if token)
    (error (format "`~a` is expected, but ~a." token (if (peek) (format "`~a` came" (peek)) "the line ends")))))

(define (name? token) (and token (regex-matches? "^[A-Za-z_]" token)))
(define (take-name)
  (if (name? (peek)) (take-token) (error (format "A name is expected, not `~a`." (or (peek) "nothing")))))

; Operators that bind as tightly as each other stand in one row; those further down bind more tightly.
(let operators [["<" ">" "<=" ">=" "==" "!="] ["+" "-"] ["*" "/"]])

(define (read-expression) (if (take-if "if") (read-if) (read-operation 0)))

(define (read-if)
  (let test (read-expression))
  (expect "then")
  (let then (read-expression))
  (expect "else")
  [:if test then (read-expression)])

(define (read-operation row)
  (if (= row (count operators))
      (read-signed)
      (loop next [left (read-operation (+ row 1))]
        (if (contains? (get operators row) (or (peek) ""))
            (next [:operate (take-token) left (read-operation (+ row 1))])
            left))))

(define (read-signed)
  (if (take-if "-") [:operate "-" [:number 0.0] (read-signed)] (read-power)))

(define (read-power)
  (let base (read-atom))
  (if (take-if "^") [:call "pow" [base (read-signed)]] base))

(define (read-atom)
  (let token (take-token))
  (cond ((regex-matches? "^\\d" token) [:number (double (string->number (trim-dot token)))])
        ((= token "(") (let [inner (read-expression)] (expect ")") inner))
        ((not (name? token)) (error (format "`~a` cannot stand here." token)))
        ((take-if "(") [:call token (read-list read-expression)])
        (else [:variable token])))

(define (trim-dot number) (regex-replace "\\.$" number ""))

(define (read-list read-item)
  "Items with commas between them, up to the closing parenthesis."
  (if (take-if ")")
      []
      (loop next [items [(read-item)]]
        (if (take-if ",")
            (next (push! items (read-item)))
            (do (expect ")") items)))))

(define (read-line-tree line)
  "[:define name parameters body], [:assign name value], [:show name] or an expression."
  (set! tokens (vec (regex-find-all token-pattern line)))
  (let tree
    (cond ((take-if "def") (read-definition))
          ((take-if "show") [:show (take-name)])
          ((= (get tokens 1 nil) "=") (let [name (take-name)] (expect "=") [:assign name (read-expression)]))
          (else (read-expression))))
  (when (peek) (error (format "`~a` is too much." (peek))))
  tree)

(define (read-definition)
  (let name (take-name))
  (expect "(")
  (let parameters (read-list take-name))
  (expect "=")
  [:define name parameters (read-expression)])

; --- LLVM ------------------------------------------------------------------------------------------------------------

(define (check failure)
  "Raises what an LLVMErrorRef says; NULL means that all is well."
  (when failure
    (let text (llvm-get-error-message failure))
    (let message (c-string text))
    (llvm-dispose-error-message text)
    (error (format "LLVM: ~a" message))))

(llvm-initialize-native-target)
(llvm-initialize-native-asm-printer)

(let jit (let [handle (out "LLVMOrcLLJITRef")]
  (check (llvm-orc-create-lljit handle nil))
  (deref handle)))
(let library (llvm-orc-lljit-get-main-jit-dylib jit))
(let safe-context (llvm-orc-create-new-thread-safe-context))
(let context (llvm-orc-thread-safe-context-get-context safe-context))
(let number-type (llvm-double-type-in-context context))
(let builder (llvm-create-builder-in-context context))

; Names that no line defines are looked for in the running program, which has C's math library.
(let generator (out "LLVMOrcDefinitionGeneratorRef"))
(check (llvm-orc-create-dynamic-library-search-generator-for-process
         generator (llvm-orc-lljit-get-global-prefix jit) nil nil))
(llvm-orc-jit-dylib-add-generator library (deref generator))

; --- What was defined ------------------------------------------------------------------------------------------------

; From the name of a function to a map of the :symbol of its newest definition, how many :parameters it has, and its
; :ir. An older definition stays for those that were compiled against it.
(let functions
  (entries->map (map (fn [entry] [(first entry) {:symbol (first entry) :parameters (second entry)}])
                     [["sin" 1] ["cos" 1] ["tan" 1] ["atan" 1] ["sqrt" 1] ["exp" 1] ["log" 1] ["fabs" 1] ["floor" 1]
                      ["ceil" 1] ["pow" 2] ["fmod" 2] ["hypot" 2]])))

; From the name of a variable to the memory of its value, whose address stands in the machine code.
(let variables {"pi" (out :double pi)})

; --- Compiling: a tree becomes instructions --------------------------------------------------------------------------

(define (constant x) (llvm-const-real number-type x))

(define (function-type parameter-count)
  (llvm-function-type number-type (make-vector parameter-count number-type) #f))

(define (emit tree module locals)
  "Appends the instructions for a tree; the LLVM value of its result. `locals` has the values of the parameters."
  (match tree
    ([:number x] (constant x))
    ([:variable name] (emit-variable name locals))
    ([:operate operator left right]
     (emit-operation operator (emit left module locals) (emit right module locals)))
    ([:call name arguments] (emit-call name (map (fn [a] (emit a module locals)) arguments) module))
    ([:if test then otherwise] (emit-if test then otherwise module locals))))

(define (emit-variable name locals)
  (cond ((has-key? locals name) (get locals name))
        ((has-key? variables name)
         (let address (llvm-const-int (llvm-int64-type-in-context context) (address-of (get variables name)) #f))
         (let place (llvm-const-int-to-ptr address (llvm-pointer-type-in-context context 0)))
         (llvm-build-load2 builder number-type place name))
        (else (error (format "There is no variable `~a`." name)))))

(define (emit-operation operator left right)
  (case operator
    ("+" (llvm-build-f-add builder left right "sum"))
    ("-" (llvm-build-f-sub builder left right "difference"))
    ("*" (llvm-build-f-mul builder left right "product"))
    ("/" (llvm-build-f-div builder left right "quotient"))
    (else (llvm-build-ui-to-fp builder (emit-comparison operator left right) number-type "truth"))))

(define (emit-comparison operator left right)
  (let predicate (get {"<" LLVMRealOLT ">" LLVMRealOGT "<=" LLVMRealOLE ">=" LLVMRealOGE "==" LLVMRealOEQ
                       "!=" LLVMRealUNE}
                      operator))
  (llvm-build-f-cmp builder predicate left right "test"))

(define (emit-call name arguments module)
  (let function (get functions name nil))
  (unless function (error (format "There is no function `~a`." name)))
  (let wanted (get function :parameters))
  (unless (= (count arguments) wanted)
    (error (format "`~a` takes ~d number~a, not ~d." name wanted (if (= wanted 1) "" "s") (count arguments))))
  (let symbol (get function :symbol))
  (let declared (or (llvm-get-named-function module symbol) (llvm-add-function module symbol (function-type wanted))))
  (llvm-build-call2 builder (function-type wanted) declared arguments "value"))

(define (emit-if test then otherwise module locals)
  "Three blocks: one for each outcome, and one in which the results meet."
  (let truth (llvm-build-f-cmp builder LLVMRealUNE (emit test module locals) (constant 0) "truth"))
  (let function (llvm-get-basic-block-parent (llvm-get-insert-block builder)))
  (define (block name) (llvm-append-basic-block-in-context context function name))
  (let yes (block "then"))
  (let no (block "else"))
  (let end (block "end"))
  (define (branch start tree)
    "The value of a branch, and the block in which it ends: a branch may have branches of its own."
    (llvm-position-builder-at-end builder start)
    (let value (emit tree module locals))
    (let last-block (llvm-get-insert-block builder))
    (llvm-build-br builder end)
    [value last-block])
  (llvm-build-cond-br builder truth yes no)
  (let branches [(branch yes then) (branch no otherwise)])
  (llvm-position-builder-at-end builder end)
  (let result (llvm-build-phi builder number-type "result"))
  (llvm-add-incoming result (map first branches) (map second branches) 2)
  result)

; --- From a tree to machine code -------------------------------------------------------------------------------------

(define (optimise module)
  (let options (llvm-create-pass-builder-options))
  (let failure (llvm-run-passes module "default<O2>" nil options))
  (llvm-dispose-pass-builder-options options)
  (check failure))

(define (compile symbol parameters body)
  "Adds a function to the machine code; its optimised IR, as text."
  (let module (llvm-module-create-with-name-in-context symbol context))
  (try
    (let function (llvm-add-function module symbol (function-type (count parameters))))
    (llvm-position-builder-at-end builder (llvm-append-basic-block-in-context context function "entry"))
    (let locals (entries->map (map-indexed (fn [i name] [name (llvm-get-param function i)]) parameters)))
    (llvm-build-ret builder (emit body module locals))
    (catch e
      (llvm-dispose-module module)
      (throw e)))
  (optimise module)
  (let text (llvm-print-module-to-string module))
  (let ir (c-string text))
  (llvm-dispose-message text)
  ; From here on the module belongs to the JIT, which compiles it when something in it is first looked up.
  (check (llvm-orc-lljit-add-llvmir-module jit library (llvm-orc-create-new-thread-safe-module module safe-context)))
  ir)

(define (machine-code symbol)
  "A compiled function as a function of Lisp."
  (let address (out :uint64))
  (check (llvm-orc-lljit-lookup jit address symbol))
  (c-function (cast :pointer (deref address)) "double (*)(void)" symbol))

; --- Lines -----------------------------------------------------------------------------------------------------------

(let line-number 0)

(define (fresh-symbol name) (format "~a.~d" name line-number))

(define (value-of tree)
  (let symbol (fresh-symbol "line"))
  (compile symbol [] tree)
  ((machine-code symbol)))

(define (define-function name parameters body)
  (let before (get functions name nil))
  (let symbol (fresh-symbol name))
  ; It is known before its body is compiled, which may call it.
  (put! functions name {:symbol symbol :parameters (count parameters)})
  (try
    (put! (get functions name) :ir (compile symbol parameters body))
    (catch e
      (if before (put! functions name before) (remove! functions name))
      (throw e))))

(define (set-variable name value)
  (if (has-key? variables name)
      (poke! (get variables name) value)
      (put! variables name (out :double value))))

(define (show-function name)
  (let ir (get-in functions [name :ir]))
  (if ir (print (trim ir)) (error (format "There is no code of `~a` to show." name))))

(define (run-line line)
  (match (read-line-tree line)
    ([:define name parameters body] (define-function name parameters body))
    ([:assign name value] (set-variable name (value-of value)))
    ([:show name] (show-function name))
    (tree (print (shortest (value-of tree))))))

(define (shortest number)
  "42 for 42.0."
  (if (and (< (abs number) 1e15) (= number (floor number))) (exact number) number))

(define (prompt)
  (when (nonzero? (ffi-call nil "isatty" (:int) :int 0))
    (display "> ")
    (flush)))

(prompt)
(loop next [line (read-line)]
  (when line
    (set! line-number (+ line-number 1))
    (unless (empty? (trim line))
      (try (run-line line)
           (catch e (print (str "line " line-number ":") (error-message e)))))
    (prompt)
    (next (read-line))))

(llvm-dispose-builder builder)
(check (llvm-orc-dispose-lljit jit))
(llvm-orc-dispose-thread-safe-context safe-context)

; stdin: 1 + 2 * 3
; stdin: rate = 1.05
; stdin: def grow(x, years) = if years < 1 then x else grow(x * rate, years - 1)
; stdin: grow(100, 10)
; stdin: def fib(n) = if n < 2 then n else fib(n-1) + fib(n-2)
; stdin: fib(30)
; stdin: 2 ^ 10 - -1
; stdin: sin(pi / 2)
; stdin: rate = 2
; stdin: grow(1, 8)
; stdin: oops
; stdin: 1 +
; stdin: f(2)
; stdin: grow(1)
; stdin: def sq(x) = x*x
; stdin: show sq
; stdin: (1 < 2) + (3 >= 4)
; stdin: 1 / 0
; stdin: 3 $ 4
; stdin: ))
; expect: 7
; expect: 162.8894626777442
; expect: 832040
; expect: 1025
; expect: 1
; expect: 256
; expect: line 11: There is no variable `oops`.
; expect: line 12: The line ends too early.
; expect: line 13: There is no function `f`.
; expect: line 14: `grow` takes 2 numbers, not 1.
; expect: ; ModuleID = 'sq.15'
; expect: source_filename = "sq.15"
; expect:
; expect: ; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none)
; expect: define double @sq.15(double %0) local_unnamed_addr #0 {
; expect: entry:
; expect:   %product = fmul double %0, %0
; expect:   ret double %product
; expect: }
; expect:
; expect: attributes #0 = { mustprogress nofree norecurse nosync nounwind willreturn memory(none) }
; expect: 1
; expect: inf
; expect: line 19: `$` is too much.
; expect: line 20: `)` cannot stand here.
