; An error that a function of the library notices is shown where the script called it.
(define (total items)
  (+ 0 (reduce + 0 items)))
(total '(1 :two))
; expect error: here/call-stack-library.lisp:3:8: error: An argument of `+` is :two, but a number is expected.
; expect error:   (+ 0 (reduce + 0 items)))
; expect error:        ^^^^^^^^^^^^^^^^^^
; expect error:   in reduce at stdlib/sequences.lisp:
; expect error:   in total at here/call-stack-library.lisp:3:8
; expect error:   in top level at here/call-stack-library.lisp:4:1
