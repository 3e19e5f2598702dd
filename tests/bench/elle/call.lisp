(import "timing.lisp" :as timing)
(load-header-with-lib "./bench.h" "./libbench.so")

(define (calls count)
  (let [i 0]
    (while (< i count)
      (bench-add i 1)
      (set! i (+ i 1)))))

(timing/per-turn "call" calls)
