; A recursion without end is an error, and its call stack one that can be read.
(define (deep n) (+ 1 (deep (+ n 1))))
(try (deep 0) (catch e (write (error-message e))))
; expect: "The recursion is too deep: the stack is full."
(deep 0)
; expect error: here/call-stack-deep.heavy.lisp:2:23: error: The recursion is too deep: the stack is full.
; expect error: (define (deep n) (+ 1 (deep (+ n 1))))
; expect error:                       ^^^^^^^^^^^^^^
; expect error:   Check that the recursion ends, or make the recursive call the last one (a tail call).
; expect error:   in deep at here/call-stack-deep.heavy.lisp:2:23,
; expect error:  times
; expect error:   in top level at here/call-stack-deep.heavy.lisp:5:1
