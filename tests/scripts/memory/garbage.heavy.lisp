; Garbage is no reason to refuse: it is collected first, whether there was little of it or it is what fills memory.
; shell: ulimit -v 500000; exec elle here/garbage.heavy.lisp
(define sum 0)
(dotimes [i 50] (set! sum (+ sum (count (make-bytes 150000000)))))
(print sum)
; expect: 7500000000
; No safepoint lies between the two, so that only the refusal itself can have it collected.
(define one (make-bytes 200000000))
(define (count-all a b c) (+ a b c))
(print (count-all (count (make-bytes 150000000)) (count (make-bytes 150000000)) (count (make-bytes 150000000))))
; expect: 450000000
(set! one nil)
; Live data that fills more than half, so that the usual next collection would come too late.
(define live (map (fn [i] (make-bytes 1000000)) (range 130)))
(dotimes [i 500] (make-bytes 900000))
(print (count live))
; expect: 130
; What was cells is used for vectors afterwards, and the other way round.
(dotimes [i 3]
  (define cells (range 2000000))
  (set! cells nil)
  (define items (make-vector 8000000 1))
  (set! items nil))
(print "done")
; expect: done
