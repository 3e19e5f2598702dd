; A library that is built anew is opened by (reload); what was called before stays mapped.
(define (build-library value)
  (write-file "answer.c" (format "int answer(void) { return ~a; }" value))
  (run "cc" "-shared" "-fPIC" "-o" "libanswer.so" "answer.c"))
(write-file "answer.h" "int answer(void);\n")
(build-library 41)
(load-header-with-lib "./answer.h" "./libanswer.so")
(define (ask) (answer))
(define old answer)
(print (ask))
; expect: 41
(build-library 42)
(reload "libanswer.so")
; expect: ./libanswer.so was opened again.
(print (ask) (old))
; expect: 42 41
(reload)
; expect: Nothing that is loaded has changed.

; Twice in a row, and not when the file was written over in place: then the code that is mapped has changed as well.
(build-library 43)
(reload)
; expect: ./libanswer.so was opened again.
(print (ask))
; expect: 43
(run "touch" "libanswer.so")
(try (reload) (catch e (print (error-message e)) (print (error-next-step e))))
; expect: `./libanswer.so` was written over in place, so the code that is loaded has changed under it.
; expect: Start anew. A linker writes a new file, and so does `install` or a copy that is then renamed.
