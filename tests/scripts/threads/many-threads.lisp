; Threads that come and go, each calling once: what a thread needed is used again by the next.
(load-header-with-lib ["here/threads.h"] "fixtures/libthreads.so")
(define (mapped) (length (lines (read-file "/proc/self/maps"))))
(call-from-many-threads + 10)
(define before (mapped))
(print (call-from-many-threads (fn [thread turn] thread) 1000))
; expect: 499500
(print (< (- (mapped) before) 20))
; expect: #t
