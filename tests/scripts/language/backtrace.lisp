; What led to an error, with the arguments of each call.
(define (scale x &optional (by 2) &key unit &rest more) (+ 1 (error "Too long.")))
(define (outer items) (+ 0 (apply scale (first items) "three" 4 :unit :km '(5))))
(try (outer [1.5 2]) (catch e (backtrace e)))
; expect: error: Too long.
; expect:   (error "Too long.")
; expect:   (scale 1.5 "three" 4 5 :unit :km) at here/backtrace.lisp:2:62
; expect:   (apply #<function scale> 1.5 "three" 4 :unit :km (5))
; expect:   (outer [1.5 2]) at here/backtrace.lisp:3:28
; expect:   top level at here/backtrace.lisp:4:6

; Long arguments are shortened, recursions are counted, and of deep stacks both ends are shown.
(define (deep n text) (if (= n 0) (error "Zero.") (+ 1 (deep (- n 1) text))))
(try (deep 1000 (string-repeat "long " 100)) (catch e (backtrace e)))
; expect: error: Zero.
; expect:   (error "Zero.")
; expect:   (deep 0 "long long long long long long long lon…) at here/backtrace.lisp:13:35
; expect:   (deep 1 "long long long long long long long lon…) at here/backtrace.lisp:13:56, 1000 times
; expect:   top level at here/backtrace.lisp:14:6
(define (evens n) (if (= n 0) (throw-it) (+ 1 (odds (- n 1)))))
(define (odds n) (+ 1 (evens (- n 1))))
(define (throw-it) (error "Bottom."))
(define shown (try (evens 1000) (catch e (error-trace e))))
(print (get (lines shown) 0) (get (lines shown) 14))
; expect:   in throw-it at here/backtrace.lisp:22:20   … 982 more

; An error that was made but not raised has none yet, and what is no error never has.
(try (backtrace) (catch e (print (error-message e))))
; expect: There was no error yet.
(try (backtrace 5) (catch e (print (error-message e))))
; expect: Argument 1 of `backtrace` is 5, but an error is expected.
