(import "timing.lisp" :as timing)

(define (fib n)
  (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))

(timing/whole "fib" fib 30)
