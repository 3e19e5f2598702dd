(import "timing.lisp" :as timing)
(load-header-with-lib "./bench.h" "./libbench.so")

(define (next-number number) (+ number 1))

(timing/per-turn "callback" (fn [count] (bench-callbacks next-number count)))
