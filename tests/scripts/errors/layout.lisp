; A struct that C does not tell the inside of, or that cannot be laid out: its name.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (sizeof "struct hidden"))
; expect: :layout {:struct-name struct hidden}
; expect: #t #t nil
(facts (.secret (make-hidden)))
; expect: :layout {:struct-name struct hidden}
; expect: #t #t nil
(facts (deref (make-hidden)))
; expect: :layout {:struct-name struct hidden}
; expect: #t #t nil
(facts (make-struct "struct hidden"))
; expect: :layout {:struct-name struct hidden}
; expect: #t #t nil
(facts (by-value (make-hidden)))
; expect: :layout {:struct-name struct hidden}
; expect: #t #t nil
(facts (struct-fields "struct hidden"))
; expect: :layout {:struct-name struct hidden}
; expect: #t #t nil
(facts (view (make-hidden) 2))
; expect: :layout {:struct-name struct hidden}
; expect: #t #t nil
(facts (define-c-struct Bits (x :double :bits 3)))
; expect: :layout {:struct-name struct Bits}
; expect: #t #t nil
(facts (define-c-struct Bits (x :int :bits 40)))
; expect: :layout {:struct-name struct Bits}
; expect: #t #t nil
(facts (sizeof :void))
; expect: :layout {:type-name void}
; expect: #t #t nil
(facts (sizeof "int[]"))
; expect: :layout {:type-name int[]}
; expect: #t #t nil
(facts (deref (cast :pointer (make-array :int 1))))
; expect: :layout {:type-name void}
; expect: #t #t nil
