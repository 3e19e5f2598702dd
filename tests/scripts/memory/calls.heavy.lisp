; Through C and back, and through builtins that call Lisp: what has no memory inside is an error outside, `finally` runs,
; and nothing unwinds through C.
; shell: ulimit -v 400000; exec elle here/calls.heavy.lisp
(load-header-with-lib "stdlib.h" "libc.so.6")
(define kept [])
(define (fill) (while #t (push! kept (make-bytes 1000000))))
(define (fill-and-compare a b) (fill) 0)
(defmacro (refused &rest body)
  `(print (try ,@body (catch e (set! kept []) (error-kind e)) (finally (print "finally")))))
(define numbers (make-array :int [3 1 2]))
(refused (qsort numbers 3 4 fill-and-compare))
; expect: finally
; expect: :memory
(refused (sort [3 1 2] fill-and-compare))
; expect: finally
; expect: :memory
(refused (map (fn [x] (fill)) [1 2 3]))
; expect: finally
; expect: :memory
(refused (apply list (range 3000000)))
; expect: finally
; expect: :memory
(qsort numbers 3 4 (fn [a b] (- (deref (cast "int *" a)) (deref (cast "int *" b)))))
(print numbers)
; expect: #<int[3] [1 2 3]>
