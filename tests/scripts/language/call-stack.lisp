; An uncaught error shows where it arose and who called whom, with the functions of the library in their own files.
(define (broken x) (* x "two"))
(define (outer x) (+ 1 (broken x)))
(print (map (fn [x] (+ 1 (outer x))) '(1 2)))
; expect error: here/call-stack.lisp:2:20: error: An argument of `*` is "two", but a number is expected.
; expect error: (define (broken x) (* x "two"))
; expect error:                    ^^^^^^^^^^^
; expect error:   in broken at here/call-stack.lisp:2:20
; expect error:   in outer at here/call-stack.lisp:3:24
; expect error:   in (fn …) at here/call-stack.lisp:4:26
; expect error:   in map at stdlib/sequences.lisp:
; expect error:   in top level at here/call-stack.lisp:4:8
