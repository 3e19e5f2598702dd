; A macro with parameters is called like a function wherever one is wanted, also by C.
(load-header-with-lib ["here/callbacks.h" "here/macro-as-callback.h" "stdlib.h"] "fixtures/libcallbacks.so")

(define c (make-c-callback MC_SUM :type "int (*)(int, int)"))
(print (apply-combine c 3 4))
; expect: 7
(print (map MC_SUM [1 2] [10 20]))
; expect: [11 22]

(define items (make-array :int [3 1 2]))
(define zero (make-c-callback MC_ZERO :type "int (*)(const void *, const void *)"))
(qsort items 3 4 zero)
(print items)
; expect: #<int[3] [3 1 2]>

; One that needs more than C gives is refused at once; one that takes fewer gets the first.
(print (try (make-c-callback MC_THREE :type "int (*)(int, int)") (catch e (error-message e))))
; expect match: C calls #<C function MC_THREE> with 2 arguments, but it takes 3\.
(print (apply-combine (make-c-callback MC_TWICE :type "int (*)(int, int)") 8 1))
; expect: 16
(print (apply-combine (make-c-callback MC_ANY :type "int (*)(int, int)") 8 1))
; expect: 2

; It has no address of its own.
(print (try (apply-combine MC_SUM 5 6) (catch e (error-message e))))
; expect: Argument 1 of `apply_combine`, `f`, is `combine_fn`, but the macro `MC_SUM` came.
(print (try (address-of MC_SUM) (catch e (error-message e))))
; expect: Argument 1 of `address-of` is #<C function MC_SUM>, but a pointer, C memory or nil is expected.
(load-header-with-lib "string.h" nil)
(print (try (memcmp MC_SUM MC_SUM 1) (catch e (error-message e))))
; expect: Argument 1 of `memcmp`, `__s1`, is `const void *`, but the macro `MC_SUM` came.
