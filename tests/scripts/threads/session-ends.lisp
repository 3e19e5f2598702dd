; The script is over while threads go on calling, wait for their turn, and wait in C below a callback.
(load-header-with-lib "here/threads.h" "fixtures/libthreads.so")
(close-gate)
(define waiting 0)
(start-threads (fn [thread turn] (set! waiting (+ waiting 1)) (wait-at-gate) 0) 2 1)
(start-threads (fn [thread turn] (set! waiting (+ waiting 1)) (dotimes [i 100] (str i)) 1) 3 100000000)
(while (< waiting 100) nil)
(print "over")
; expect: over
