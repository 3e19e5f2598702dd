; A header that cannot be read again keeps none of the others from it, nor imported files: what changed is new, and then
; the first that failed is told.
; shell: cat > live.lisp <<'END'
; shell: (write-file "gone.h" "#define GONE 1\n")
; shell: (write-file "kept.h" "#define KEPT 1\n")
; shell: (write-file "m.lisp" "(define version 1)\n")
; shell: (load-header-with-lib "./gone.h" nil)
; shell: (load-header-with-lib "./kept.h" nil)
; shell: (import "m.lisp" :as m)
; shell: (define (seen) (list KEPT m/version))
; shell: (print (seen))
; shell: (run "rm" "gone.h")
; shell: (write-file "kept.h" "#define KEPT 20\n")
; shell: (write-file "m.lisp" "(define version 20)\n")
; shell: (try (reload) (catch e (print (first (lines (error-message e))))))
; shell: (print (seen))
; shell: END
; shell: elle live.lisp
; expect: (1 1)
; expect: ./kept.h was read again.
; expect match:  +changed.*
; expect match: .*m\.lisp was run again\.
; expect match: .*gone\.h.*
; expect: (20 20)
