; `exit` on another thread ends the script where that comes back from C; no callback runs after it.
(load-header-with-lib "here/threads.h" "fixtures/libthreads.so")
(define count 0)
(try
  (call-from-threads (fn [thread turn] (set! count (+ count 1)) (exit 5)) 1 10)
  (catch e (print "not reached"))
  (finally (print "cleaned up" count)))
(print "not reached")
; expect: cleaned up 1
; exit: 5
