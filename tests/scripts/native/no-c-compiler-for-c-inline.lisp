; Without the C compiler that CC names, a C text says so, and all else works.
; env: CC=/nowhere/cc
(load-header-with-lib "here/c-inline.h" "fixtures/libc-inline.so")
(print (opened-accounts))
; expect: 0
(print (try (c-inline "1" () :int) (catch e (list (error-kind e) (error-message e) (error-next-step e)))))
; expect: (:header The C compiler `/nowhere/cc` that CC names is not there. Set CC to the path of a C compiler.)
(c-fun (abs libc) :int :int)
(print (abs -5))
; expect: 5
