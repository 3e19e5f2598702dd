; What is no C type: its text.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (c-type "struct nobody *"))
(facts (c-type "unsigned double"))
(facts (c-type "int ("))
(facts (c-type :nothing))
(facts (c-type 'Nothing))
(facts (make-struct Nothing))
(facts (sizeof 5))
(facts (cast "gadget *" nil))
(facts (ffi-call nil "abs" (list :number) :int 1))
(facts (define-c-struct Wrong (x :nothing)))
