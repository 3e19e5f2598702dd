; What is no C type: its text.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (c-type "struct nobody *"))
; expect: :c-type {:type-name struct nobody *}
; expect: #t #t nil
(facts (c-type "unsigned double"))
; expect: :c-type {:type-name unsigned double}
; expect: #t #t nil
(facts (c-type "int ("))
; expect: :c-type {:type-name int (}
; expect: #t #t nil
(facts (c-type :nothing))
; expect: :c-type {:type-name :nothing}
; expect: #t #t nil
(facts (c-type 'Nothing))
; expect: :c-type {:type-name Nothing}
; expect: #t #t nil
(facts (make-struct "Nothing"))
; expect: :c-type {:type-name Nothing}
; expect: #t #t nil
(facts (sizeof 5))
; expect: :c-type {:type-name 5}
; expect: #t #t nil
(facts (cast "gadget *" nil))
; expect: :c-type {:type-name gadget *}
; expect: #t #t nil
(facts (ffi-call nil "abs" (list :number) :int 1))
; expect: :c-type {:type-name :number}
; expect: #t #t nil
(facts (define-c-struct Wrong (x :nothing)))
; expect: :c-type {:type-name :nothing}
; expect: #t #t nil
