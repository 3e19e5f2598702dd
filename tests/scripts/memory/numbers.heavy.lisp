; GMP ends the process when it cannot get memory: it is never asked for what is not there.
; shell: ulimit -v 450000; exec elle here/numbers.heavy.lisp
(define (square-until-refused n)
  (try (square-until-refused (* n n)) (catch e (error-kind e))))
(print (square-until-refused (expt 3 1000)))
; expect: :memory
(print (try (number->string (expt 2 200000000)) (catch e (error-kind e))))
; expect: :memory
(print (try (lcm (expt 3 150000000) (expt 2 300000000)) (catch e (error-kind e))))
; expect: :memory
; Numbers that are kept, each of which is not large.
(define kept [])
(print (try (while #t (push! kept (shift-left (+ 1 (count kept)) 800000))) (catch e (set! kept nil) (error-kind e))))
; expect: :memory
(print (modulo (expt 3 10000) 1000))
; expect: 1
