; Memory that cannot be had: how many bytes were asked for.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (make-array :int 1000000000000))
; expect: :memory {:requested 4000000000000}
; expect: #t #t nil
(facts (make-array :int 4000000000000000000))
; expect: :memory {:requested 16000000000000000000 :type-name int[4000000000000000000]}
; expect: #t #t nil
(facts (make-array :char 9000000000000000000))
; expect: :memory {:requested 9000000000000000000}
; expect: #t #t nil
(facts (view (cast "int *" 0x10) 4000000000000000000))
; expect: :memory {:requested 16000000000000000000 :type-name int[4000000000000000000]}
; expect: #t #t nil
(facts (out (:array :char 1099511627777)))
; expect: :memory {:requested 1099511627777}
; expect: #t #t nil
