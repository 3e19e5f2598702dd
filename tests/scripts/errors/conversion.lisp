; A value that suits its type and still cannot cross over: in which direction, and why.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (add 1 1099511627776))
(facts (length-of "a\0b"))
(facts (set! limit 4))
(facts (set! (deref (cast "unsigned char *" (make-array :uchar 1))) -1))
(facts (poke! (cast "char **" (address-of (make-array :pointer 1))) "kept by nobody"))
(facts (make-array (:array :int 2) [[1 2 3]]))
(facts (call (fn [v] 4294967296) 1))
(load-header-with-lib "stdio.h" nil)
(facts (printf "%d" [1 2]))
(facts (ffi-call nil "abs" () '(:struct (x (:array :char 2000000)))))
(facts (ffi-call nil "abs" (list '(:struct (x (:array :char 2000000)))) :int nil))
