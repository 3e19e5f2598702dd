; A struct that C does not tell the inside of, or that cannot be laid out: its name.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (assert (ffi-error? e))
          (assert (= (ffi-last-error) (error-message e)))
          (assert (= nil (with-ffi-safety-checks ,form)))
          (write (error-kind e) (error-data e)))))

(facts (sizeof "struct hidden"))
; expect: :layout {:struct-name "struct hidden"}
(facts (.secret (make-hidden)))
; expect: :layout {:struct-name "struct hidden"}
(facts (deref (make-hidden)))
; expect: :layout {:struct-name "struct hidden"}
(facts (make-struct "struct hidden"))
; expect: :layout {:struct-name "struct hidden"}
(facts (by-value (make-hidden)))
; expect: :layout {:struct-name "struct hidden"}
(facts (struct-fields "struct hidden"))
; expect: :layout {:struct-name "struct hidden"}
(facts (view (make-hidden) 2))
; expect: :layout {:struct-name "struct hidden"}
(facts (define-c-struct Bits (x :double :bits 3)))
; expect: :layout {:struct-name "struct Bits"}
(facts (define-c-struct Bits (x :int :bits 40)))
; expect: :layout {:struct-name "struct Bits"}
(facts (sizeof :void))
; expect: :layout {:type-name "void"}
(facts (sizeof "int[]"))
; expect: :layout {:type-name "int[]"}
(facts (deref (cast :pointer (make-array :int 1))))
; expect: :layout {:type-name "void"}
