; Memory that cannot be had: how many bytes were asked for.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (make-array :int 1000000000000))
(facts (make-array :int 4000000000000000000))
(facts (make-array :char 9000000000000000000))
(facts (view (cast "int *" 0x10) 2000000000000000000))
(facts (out (:array :char 1099511627777)))
