; A main loop may run for hours: an error in a callback is shown while C goes on, and is raised when C returns at last.
(load-header-with-lib ["here/callbacks.h" "unistd.h"] "fixtures/libcallbacks.so")
(define calls 0)
(define (step a b)
  (set! calls (+ calls 1))
  (if (= calls 1) (error "The handler of a click failed."))
  (if (= calls 3) (error "Another one failed."))
  (usleep 250000))
(print (try (call-often step 3) (catch e (error-message e))))
; expect: Another one failed.
; expect stderr: The handler of a click failed.
