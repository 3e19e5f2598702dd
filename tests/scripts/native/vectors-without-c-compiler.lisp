; What libffi does not carry needs a C compiler; without one that is said where it is mentioned, and nothing else breaks.
; env: CC=/nowhere/cc
(load-header-with-lib "here/vectors.h" "fixtures/libvectors.so")
(print (may-call-wide))
; expect match: [01]
(print (try (add [1] [2]) (catch e (list (error-message e) (error-next-step e)))))
; expect: (A call of type `v4 (v4, v4)` goes through a C function that is compiled for it. The C compiler `/nowhere/cc` that CC names is not there. Set CC to the path of a C compiler.)
