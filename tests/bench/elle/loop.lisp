(import "timing.lisp" :as timing)

(define (turns count)
  (let [i 0]
    (while (< i count)
      (set! i (+ i 1)))))

(timing/whole "loop" turns 10000000)
