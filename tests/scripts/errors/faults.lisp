; A crash in C: the signal, the address that was touched, and the function.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (read-at (cast "int *" 0x10)))
; expect: :fault {:signal SIGSEGV :address 16 :function read_at}
; expect: #t #t nil
(facts (read-at nil))
; expect: :fault {:signal SIGSEGV :address 0 :function read_at}
; expect: #t #t nil
(facts (divide 1 0))
; expect: :fault {:signal SIGFPE :function divide}
; expect: #t #t nil
(facts (give-up))
; expect: :fault {:signal SIGABRT :function give_up}
; expect: #t #t nil
(facts (deref (cast "int *" 0x20)))
; expect: :fault {:signal SIGSEGV :address 32}
; expect: #t #t nil
(facts (poke! (cast "int *" 0x20) 1))
; expect: :fault {:signal SIGSEGV :address 32}
; expect: #t #t nil
(facts (c-string (cast "char *" 0x30)))
; expect: :fault {:signal SIGSEGV :address 48}
; expect: #t #t nil
(facts (call (fn [v] (read-at (cast "int *" 0x40))) 1))
; expect: :fault {:signal SIGSEGV :address 64 :function read_at}
; expect: #t #t nil
