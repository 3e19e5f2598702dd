; What is no C type: its text.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (assert (ffi-error? e))
          (assert (= (ffi-last-error) (error-message e)))
          (assert (= nil (with-ffi-safety-checks ,form)))
          (write (error-kind e) (error-data e)))))

(facts (c-type "struct nobody *"))
; expect: :c-type {:type-name "struct nobody *"}
(facts (c-type "unsigned double"))
; expect: :c-type {:type-name "unsigned double"}
(facts (c-type "int ("))
; expect: :c-type {:type-name "int ("}
(facts (c-type :nothing))
; expect: :c-type {:type-name ":nothing"}
(facts (c-type 'Nothing))
; expect: :c-type {:type-name "Nothing"}
(facts (sizeof 5))
; expect: :c-type {:type-name "5"}
(facts (cast "gadget *" nil))
; expect: :c-type {:type-name "gadget *"}
(facts (ffi-call nil "abs" (list :number) :int 1))
; expect: :c-type {:type-name ":number"}
(facts (make-struct "Nothing"))
; expect: :c-type {:type-name "Nothing"}
(facts (define-c-struct Wrong (x :nothing)))
; expect: :c-type {:type-name ":nothing"}
