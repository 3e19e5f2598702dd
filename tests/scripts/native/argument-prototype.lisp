; A wrong argument of a C function is shown in its prototype.
(load-header-with-lib ["stdlib.h" "stdio.h"] nil)
(define (prototype-of f) (try (f) (catch e (error-prototype e))))
(print (prototype-of (fn [] (labs "x"))) (prototype-of (fn [] (labs))) (prototype-of (fn [] (+ 1 :a))))
; expect: long labs(long __x) long labs(long __x) nil
(print (prototype-of (fn [] (snprintf nil 0 "%d" {:a 1}))))
; expect: int snprintf(char *__s, unsigned long __maxlen, const char *__format, ...)
(print (try (labs 1 2) (catch e [(error-message e) (error-next-step e)])))
; expect: [`labs` takes 1 argument, but 2 came. nil]
(ldiv 1 "two")
; expect error: here/argument-prototype.lisp:10:1: error: Argument 2 of `ldiv`, `__denom`, is `long`, but "two" is not an integer.
; expect error: (ldiv 1 "two")
; expect error: ^^^^^^^^^^^^^^
; expect error:   ldiv_t ldiv(long __numer, long __denom)
; expect error:                             ^^^^^^^^^^^^
