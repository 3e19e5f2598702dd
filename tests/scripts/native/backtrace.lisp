; Functions of C stand among the calls that led to an error, with what they were given.
(load-header-with-lib "stdlib.h" nil)
(define numbers (make-array :int [3 1 2]))
(define (by a b) (+ 1 (labs "x")))
(define (start limit) (+ 0 (qsort numbers 3 limit by)))
(try (start 4) (catch e (backtrace e)))
; expect: error: Argument 1 of `labs`, `__x`, is `long`, but "x" is not an integer.
; expect:   C: labs("x")
; expect match:   \(by #<const void \* 0x[0-9a-f]+> #<const void \* 0x[0-9a-f]+>\) at here/backtrace.lisp:4:23
; expect:   C: qsort(#<int[3] [3 1 2]>, 3, 4, #<function by>) called back
; expect:   (start 4) at here/backtrace.lisp:5:28
; expect:   top level at here/backtrace.lisp:6:6
