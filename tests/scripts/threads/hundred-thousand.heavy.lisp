; 100,000 callbacks from 4 threads while their owner waits in C: none is lost, none runs twice.
(load-header-with-lib "here/threads.h" "fixtures/libthreads.so")

(define seen (make-vector 4 0))
(define out-of-order 0)
(define (note thread turn)
  (when (not (= (get seen thread) turn)) (set! out-of-order (+ out-of-order 1)))
  (put! seen thread (+ turn 1))
  1)

(print (call-from-threads note 4 25000))
; expect: 100000
(print seen out-of-order)
; expect: [25000 25000 25000 25000] 0
