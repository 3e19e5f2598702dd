(import "timing.lisp" :as timing)
(load-header-with-lib "./bench.h" "./libbench.so")

(define (strings count)
  (let [i 0]
    (while (< i count)
      (bench-length "hello, world")
      (set! i (+ i 1)))))

(timing/per-turn "string" strings)
