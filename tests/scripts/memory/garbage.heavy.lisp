; Garbage is no reason to refuse: it is collected first, whether there was little of it or it is what fills memory.
; shell: ulimit -v 500000; exec elle here/garbage.heavy.lisp
(define sum 0)
(dotimes [i 50] (set! sum (+ sum (count (make-bytes 150000000)))))
(print sum)
; expect: 7500000000
; Live data that fills more than half, so that the usual next collection would come too late.
(define live (map (fn [i] (make-bytes 1000000)) (range 130)))
(dotimes [i 500] (make-bytes 900000))
(print (count live))
; expect: 130
