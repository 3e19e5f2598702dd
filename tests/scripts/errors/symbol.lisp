; A symbol that a library does not have: which, and of which library.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (not-in-the-library 1))
(facts (get-library-function "fixtures/libfaulty.so" "subtract"))
(facts (get-library-function lib "subtract"))
(facts (ffi-call "fixtures/libfaulty.so" "subtract" (list :int) :int 1))
(facts (ffi-call nil "no_such_function" () :int))
