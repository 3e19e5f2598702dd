; What goes wrong in a callback is raised when C returns, and C goes on with zeroes meanwhile.
(load-header-with-lib ["here/callbacks.h" "string.h" "stdlib.h"] "fixtures/libcallbacks.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

(print (failure (apply-combine (fn [a b] (error "No sum today.")) 1 2)))
; expect: No sum today.
(print (try (apply-combine (fn [a b] (throw [a b])) 1 2) (catch e e)))
; expect: [1 2]

; C goes on, and so do later callbacks; the first error is the one that is raised.
(define calls 0)
(print (failure (call-often (fn [a b] (set! calls (+ calls 1)) (error (str "call " calls))) 5)) calls)
; expect: call 1 5
; Calls made from a later callback do not raise the error of an earlier one.
(set! calls 0)
(print (failure (call-often
                  (fn [a b]
                    (set! calls (+ calls 1))
                    (if (= calls 1) (error "The first one.") (strlen "four")))
                  3))
       calls)
; expect: The first one. 3

; Results that C cannot have.
(define (wrong a b) "text")
(print (failure (apply-combine wrong 1 2)))
; expect: The result of the callback `wrong` of here/callback-errors.lisp:25:1 is `int`, but "text" is not an integer.
(print (failure (apply-combine (fn [a b] 4294967296) 1 2)))
; expect: The result of the callback (fn …) of here/callback-errors.lisp:28:32 is `int`, but 4294967296 is out of its range, -2147483648 to 2147483647.
(print (failure (apply-text (fn [] (str "nobody " "keeps this")))))
; expect: The result of the callback (fn …) of here/callback-errors.lisp:30:29 is `const char *`, but a Lisp string cannot be stored in C memory, because nothing would keep it alive there.
(print (apply-text (fn [] nil)))
; expect: nil

; A callback that calls C that calls back, and an error through all of them, with cleanup on the way.
(define log (vector))
(define (nest depth)
  (try
    (apply-combine (fn [a b] (if (= depth 0) (error "The bottom.") (nest (- depth 1)))) depth 0)
    (finally (push! log depth))))
(print (failure (nest 3)) log)
; expect: The bottom. [0 1 2 3]
(print (apply-combine (fn [a b] (apply-combine (fn [c d] (+ a b c d)) 10 20)) 1 2))
; expect: 33

; Recursion through C ends with an error before the stack does.
(define (down n) (descend down (+ n 1)))
(print (failure (down 0)))
; expect: The recursion is too deep: the stack is full.
(define (down-plus n) (+ 1 (descend (fn [m] (down-plus m)) n)))
(print (failure (descend (fn [n] (down-plus n)) 0)))
; expect: The recursion is too deep: the stack is full.

; A fault below a callback is caught where it happened; C above it goes on.
(print (apply-combine (fn [a b] (try (c-string (cast "char *" 16)) (catch e 77))) 1 2))
; expect: 77
(print (failure (apply-combine (fn [a b] (c-string (cast "char *" 16)) 1) 1 2)))
; expect: There is no such memory: SIGSEGV at address 0x10 while reading memory.
(print (failure (descend c-string 5)))
; expect: Argument 1 of `c-string` is 5, but a pointer, C memory or nil is expected.

; `exit` in a callback: nothing runs after it, and the script ends with its status.
(try
  (call-often (fn [a b] (print "leaving") (exit 5)) 10)
  (catch e (print "not reached"))
  (finally (print "cleaned up")))
(print "not reached")
; expect: leaving
; expect: cleaned up
; exit: 5
