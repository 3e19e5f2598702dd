; A struct that C does not tell the inside of, or that cannot be laid out: its name.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (sizeof "struct hidden"))
(facts (.secret (make-hidden)))
(facts (deref (make-hidden)))
(facts (make-struct "struct hidden"))
(facts (by-value (make-hidden)))
(facts (struct-fields "struct hidden"))
(facts (view (make-hidden) 2))
(facts (define-c-struct Bits (x :double :bits 3)))
(facts (define-c-struct Bits (x :int :bits 40)))
(facts (sizeof :void))
(facts (sizeof "int[]"))
(facts (deref (cast :pointer (make-array :int 1))))
