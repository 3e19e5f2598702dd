; Memory that cannot be had: how many bytes were asked for. It runs out for C and Lisp alike.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (assert (ffi-error? e))
          (assert (= (ffi-last-error) (error-message e)))
          (assert (= nil (with-ffi-safety-checks ,form)))
          (write (error-kind e) (error-data e)))))

(facts (make-array :int 1000000000000))
; expect: :memory {:requested 4000000000000}
(facts (make-array :int 4000000000000000000))
; expect: :memory {:requested 16000000000000000000 :type-name "int[4000000000000000000]"}
(facts (make-array :char 9000000000000000000))
; expect: :memory {:requested 9000000000000000000}
(facts (view (cast "int *" 0x10) 4000000000000000000))
; expect: :memory {:requested 16000000000000000000 :type-name "int[4000000000000000000]"}
(facts (out (:array :char 1099511627777)))
; expect: :memory {:requested 1099511627777}
(facts (make-bytes 1000000000000000))
; expect: :memory {:requested 1000000000000000}
