; Memory that holds a pointer is not that pointer, and a vector needs a type where C has `void *`.
(load-header-with-lib ["stdlib.h" "stdio.h"] "libc.so.6")

(define handle (out "FILE *"))
(try (fclose handle) (catch e (print (error-message e)) (print (error-next-step e))))
; expect: Argument 1 of `fclose`, `__stream`, is `FILE *`, but memory that holds a `FILE *` came.
; expect: Pass what it holds: (deref value).

(try (qsort [2 1] 2 4 (fn [a b] 0)) (catch e (print (error-message e)) (print (error-next-step e))))
; expect: Argument 1 of `qsort`, `__base`, is `void *`, but [2 1] came.
; expect match: C does not say what its elements are: make the array with \(make-array type vector\)\.
