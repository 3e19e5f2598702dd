(import "timing.lisp" :as timing)
(load-header-with-lib "./bench.h" "./libbench.so")

(define (points count)
  (let [i 0 point (make-struct Point)]
    (while (< i count)
      (set! point (bench-step point))
      (set! i (+ i 1)))))

(timing/per-turn "point" points)
