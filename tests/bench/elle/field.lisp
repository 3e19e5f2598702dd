(import "timing.lisp" :as timing)
(load-header-with-lib "./bench.h" "./libbench.so")

(define (fields count)
  (let [i 0 point (make-struct Point)]
    (while (< i count)
      (set! (.y point) (+ (.y point) 1.0))
      (set! i (+ i 1)))))

(timing/per-turn "field" fields)
