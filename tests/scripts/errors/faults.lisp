; A crash in C: the signal, the address that was touched, and the function.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (assert (ffi-error? e))
          (assert (= (ffi-last-error) (error-message e)))
          (assert (= nil (with-ffi-safety-checks ,form)))
          (write (error-kind e) (error-data e)))))

(facts (read-at (cast "int *" 0x10)))
; expect: :fault {:signal "SIGSEGV" :address 16 :function "read_at"}
(facts (read-at nil))
; expect: :fault {:signal "SIGSEGV" :address 0 :function "read_at"}
(facts (divide 1 0))
; expect: :fault {:signal "SIGFPE" :function "divide"}
(facts (give-up))
; expect: :fault {:signal "SIGABRT" :function "give_up"}
(facts (deref (cast "int *" 0x20)))
; expect: :fault {:signal "SIGSEGV" :address 32}
(facts (poke! (cast "int *" 0x20) 1))
; expect: :fault {:signal "SIGSEGV" :address 32}
(facts (c-string (cast "char *" 0x30)))
; expect: :fault {:signal "SIGSEGV" :address 48}
(facts (call (fn [v] (read-at (cast "int *" 0x40))) 1))
; expect: :fault {:signal "SIGSEGV" :address 64 :function "read_at"}
