; The two ways to measure. Each script beside this file measures one thing with one of them.
(load-header-with-lib "./bench.h" "./libbench.so")

(define (best-of body argument)
  (let [best 1e9 round 0]
    (while (< round 3)
      (let [start (bench-now)]
        (body argument)
        (set! best (min best (- (bench-now) start))))
      (set! round (+ round 1)))
    best))

; Nanoseconds of one turn, over as many turns as fill 0.05 seconds.
(define (per-turn name body)
  (let [count 1000]
    (while (< (best-of body count) 0.05)
      (set! count (* count 2)))
    (print name (* 1e9 (/ (best-of body count) count)))))

(define (whole name body argument)
  (print name (* 1e3 (best-of body argument))))
