; Crashes in C are errors: they name the function, its arguments and the address, and the session goes on.
(load-header-with-lib "here/faults.h" "fixtures/libfaults.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

(print (tainted?))
(print (failure (read-at (cast "int *" 0x10))))
(print (tainted?))
(print (failure (write-at nil 5)))
(print (failure (divide 1 0)))
(print (failure (divide -2147483648 -1)))
(print (failure (give-up "no reason")))
(print (failure (overflow 0)))
(print (failure (bus-error)))
(print (failure (with-struct-and-text 1.5 "a text" nil 3)))
(print (failure (read-at (cast "int *" 0x7fffffffffffffff))))
(print (divide 84 2))

; The kind, what to do, and cleanup on the way.
(print (try (divide 1 0) (catch e (list (error-kind e) (error-next-step e)))))
(print (try (try (divide 1 0) (finally (print "cleanup"))) (catch e :caught)))

; In a loop, in a function called from a builtin, below callbacks.
(print (map (fn [b] (try (divide 10 b) (catch e :fault))) [1 0 2 0 5]))
(print (failure (map (fn [b] (divide 10 b)) [1 0])))
(print (failure (apply divide [1 0])))
(print (failure (crash-in (fn [x] (+ x 1)) 1)))
(print (failure (crash-in (fn [x] (error "Lost in the crash.")) 1)))
(print (divide 8 2))
(print (failure (crash-in (fn [x] (divide x 0)) 1)))

; The same for reading and writing memory from Lisp.
(print (failure (deref (cast "int *" 0x10))))
(print (failure (poke! (cast "int *" 0x10) 1)))
(print (failure (c-string (cast "char *" 0x10))))
(print (failure (memory->bytes (cast :pointer 0x10) 4)))
(print (failure (get (view (cast "int *" 0x10) 3) 2)))
(define-c-struct Pair (a :int) (b :int))
(define wild (deref (cast "Pair *" 0x10)))
(print (failure (.b wild)))
(print (failure (set! (.b wild) 1)))
(print (failure (make-struct Pair wild)))
(print (failure (c-copy wild)))
(print (failure (ffi-call nil "abs" (Pair) :int wild)))

; with-ffi-safety-checks gives nil and keeps the reason.
(print (with-ffi-safety-checks (divide 1 0)) (ffi-last-error))
(print (with-ffi-safety-checks (divide 6 0x10000000000)) (ffi-last-error))
(print (with-ffi-safety-checks (deref nil)) (ffi-last-error))
(print (with-ffi-safety-checks (divide 6 3)))
(print (failure (with-ffi-safety-checks (error "A script's own error."))))
