; A crash in C: the signal, the address that was touched, and the function.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (read-at (cast "int *" 0x10)))
(facts (read-at nil))
(facts (divide 1 0))
(facts (give-up))
(facts (deref (cast "int *" 0x20)))
(facts (poke! (cast "int *" 0x20) 1))
(facts (c-string (cast "char *" 0x30)))
(facts (call (fn [v] (read-at (cast "int *" 0x40))) 1))
