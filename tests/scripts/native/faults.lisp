; Crashes in C are errors: they name the function, its arguments and the address, and the session goes on.
(load-header-with-lib "here/faults.h" "fixtures/libfaults.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

(print (tainted?))
; expect: #f
(print (failure (read-at (cast "int *" 0x10))))
; expect: `read_at` failed in C with SIGSEGV at address 0x10. It was called with #<int * 0x10>.
(print (tainted?))
; expect: #t
(print (failure (write-at nil 5)))
; expect: `write_at` failed in C with SIGSEGV at address 0x0. It was called with nil, 5.
(print (failure (divide 1 0)))
; expect: `divide` failed in C with SIGFPE (an arithmetic error such as division by zero). It was called with 1, 0.
(print (failure (divide -2147483648 -1)))
; expect: `divide` failed in C with SIGFPE (an arithmetic error such as division by zero). It was called with -2147483648, -1.
(print (failure (give-up "no reason")))
; expect: `give_up` failed in C with abort(). It was called with "no reason".
(print (failure (overflow 0)))
; expect: `overflow` failed in C with SIGSEGV (stack overflow). It was called with 0.
(print (failure (bus-error)))
; expect match: `bus_error` failed in C with SIGBUS at address 0x[0-9a-f]+. It was called with no arguments.
(print (failure (with-struct-and-text 1.5 "a text" nil 3)))
; expect: `with_struct_and_text` failed in C with SIGSEGV at address 0x0. It was called with 1.5, "a text", nil, 3.
(print (failure (read-at (cast "int *" 0x7fffffffffffffff))))
; expect: `read_at` failed in C with SIGSEGV at an address that cannot exist. It was called with #<int * 0x7fffffffffffffff>.
(print (divide 84 2))
; expect: 42

; The kind, what to do, and cleanup on the way.
(print (try (divide 1 0) (catch e (list (error-kind e) (error-next-step e)))))
; expect: (:fault The library may be damaged now: save your work and start anew before relying on it.)
(print (try (try (divide 1 0) (finally (print "cleanup"))) (catch e :caught)))
; expect: cleanup
; expect: :caught

; In a loop, in a function called from a builtin, below callbacks.
(print (map (fn [b] (try (divide 10 b) (catch e :fault))) [1 0 2 0 5]))
; expect: [10 :fault 5 :fault 2]
(print (failure (map (fn [b] (divide 10 b)) [1 0])))
; expect: `divide` failed in C with SIGFPE (an arithmetic error such as division by zero). It was called with 10, 0.
(print (failure (apply divide [1 0])))
; expect: `divide` failed in C with SIGFPE (an arithmetic error such as division by zero). It was called with 1, 0.
(print (failure (crash-in (fn [x] (+ x 1)) 1)))
; expect: `crash_in` failed in C with SIGSEGV at address 0x8. It was called with #<function>, 1.
(print (failure (crash-in (fn [x] (error "Lost in the crash.")) 1)))
; expect: `crash_in` failed in C with SIGSEGV at address 0x8. It was called with #<function>, 1.
(print (divide 8 2))
; expect: 4
(print (failure (crash-in (fn [x] (divide x 0)) 1)))
; expect: `crash_in` failed in C with SIGSEGV at address 0x8. It was called with #<function>, 1.

; The same for reading and writing memory from Lisp.
(print (failure (deref (cast "int *" 0x10))))
; expect: There is no such memory: SIGSEGV at address 0x10 while reading memory.
(print (failure (poke! (cast "int *" 0x10) 1)))
; expect: There is no such memory: SIGSEGV at address 0x10 while writing memory.
(print (failure (c-string (cast "char *" 0x10))))
; expect: There is no such memory: SIGSEGV at address 0x10 while reading memory.
(print (failure (memory->bytes (cast :pointer 0x10) 4)))
; expect: There is no such memory: SIGSEGV at address 0x10 while reading memory.
(print (failure (get (view (cast "int *" 0x10) 3) 2)))
; expect: There is no such memory: SIGSEGV at address 0x18 while reading memory.
(define-c-struct Pair (a :int) (b :int))
(define wild (deref (cast "Pair *" 0x10)))
(print (failure (.b wild)))
; expect: There is no such memory: SIGSEGV at address 0x14 while reading memory.
(print (failure (set! (.b wild) 1)))
; expect: There is no such memory: SIGSEGV at address 0x14 while writing memory.
(print (failure (make-struct Pair wild)))
; expect match: There is no such memory: SIGSEGV at address 0x1[07] while copying a struct\.
(print (failure (c-copy wild)))
; expect: There is no such memory: SIGSEGV at address 0x10 while reading memory.
(print (failure (ffi-call nil "abs" (list Pair) :int wild)))
; expect match: There is no such memory: SIGSEGV at address 0x1[07] while copying a struct\.

; with-ffi-safety-checks gives nil and keeps the reason.
(print (with-ffi-safety-checks (divide 1 0)) (ffi-last-error))
; expect: nil `divide` failed in C with SIGFPE (an arithmetic error such as division by zero). It was called with 1, 0.
(print (with-ffi-safety-checks (divide 6 0x10000000000)) (ffi-last-error))
; expect: nil Argument 2 of `divide`, `b`, is `int`, but 1099511627776 is out of its range, -2147483648 to 2147483647.
(print (with-ffi-safety-checks (deref nil)) (ffi-last-error))
; expect: nil `deref` was given nil, which is C's NULL: nothing lies there.
(print (with-ffi-safety-checks (divide 6 3)))
; expect: 2
(print (failure (with-ffi-safety-checks (error "A script's own error."))))
; expect: A script's own error.
