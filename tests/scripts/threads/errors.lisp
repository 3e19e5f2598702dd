; What goes wrong in a callback on another thread is raised in the script, where it comes back from C.
(load-header-with-lib ["here/threads.h" "string.h"] "fixtures/libthreads.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

; C gets zeroes meanwhile, and the first error is the one that is raised.
(define count 0)
(define (refuse thread turn) (set! count (+ count 1)) (error "No more."))
(print (failure (call-from-threads refuse 1 5)) count)
; expect: No more. 5
(print (try (call-from-threads (fn [thread turn] (throw [thread turn])) 1 1) (catch e e)))
; expect: [0 0]

; Where the script does not wait in C, it is raised in what runs.
(print (failure (start-threads refuse 1 1) (while #t nil)))
; expect: No more.
(print (join-threads))
; expect: 0

; A fault in C is an error of the thread that made it; there it can be caught.
(print (call-from-threads (fn [thread turn] (try (read-nowhere (cast "int *" 16)) (catch e 77))) 2 2))
; expect: 308
(print (failure (call-from-threads (fn [thread turn] (read-nowhere (cast "int *" 16))) 1 1)))
; expect: `read_nowhere` failed in C with SIGSEGV at address 0x10. It was called with #<int * 0x10>.
(print (failure (call-from-threads (fn [thread turn] (c-string (cast "char *" 16)) 1) 1 1)))
; expect: There is no such memory: SIGSEGV at address 0x10 while reading memory.

; Recursion ends before the thread's own stack does.
(define (down n) (+ 1 (call-here (fn [a b] (down a)) n 0)))
(print (failure (call-from-threads (fn [thread turn] (down 0)) 1 1)))
; expect: The recursion is too deep: the stack is full.

(call-from-threads refuse 1 1)
; expect error: here/errors.lisp:7:55: error: No more.
; expect stderr: in the callback `refuse` of here/errors.lisp:7:1, on another thread
