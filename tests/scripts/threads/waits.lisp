; Who waits for something outside lets other threads run: for input, for a program, for a time.
(load-header-with-lib "here/threads.h" "fixtures/libthreads.so")
(define count 0)
(define (note thread turn) (set! count (+ count 1)) 1)
; shell: (sleep 0.3; echo typed) | elle here/waits.lisp
(start-threads note 2 100)
(print (read-line) count)
; expect: typed 200
(print (join-threads))
; expect: 200
(start-threads note 2 100)
(print (get (run "sleep" "0.3") :status) count)
; expect: 0 400
(join-threads)
(start-threads note 2 100)
(sleep 0.3)
(print count)
; expect: 600
(join-threads)
