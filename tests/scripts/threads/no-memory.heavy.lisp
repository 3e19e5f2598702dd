; A library's thread that there is no memory for gets zeroes, and the session's own says so where it goes on.
; shell: ulimit -v 700000; exec elle here/no-memory.heavy.lisp
(load-header-with-lib ["here/threads.h"] "fixtures/libthreads.so")
(define (address-space)
  (string->number (first (regex-find-all "[0-9]+" (first (lines (read-file "/proc/self/statm")))))))
; A thread's stack in C fits into what is left, the one in Lisp does not.
(define kept [])
(while (< (* 4 (address-space)) 600000) (push! kept (make-bytes 1000000)))
(define answer nil)
(print (try (set! answer (call-from-threads (fn [thread turn] 1) 1 1))
            (dotimes [i 3] i)
         (catch e [(error-kind e) (error-message e)])))
; expect: [:memory A thread of a library called back, but there is no memory for its Lisp stack: it was answered with zeroes.]
(set! kept nil)
(collect-garbage)
(print (call-from-threads (fn [thread turn] 1) 2 5))
; expect: 10
