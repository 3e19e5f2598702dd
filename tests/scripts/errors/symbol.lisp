; A symbol that a library does not have: which, and of which library.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (assert (ffi-error? e))
          (assert (= (ffi-last-error) (error-message e)))
          (assert (= nil (with-ffi-safety-checks ,form)))
          (write (error-kind e) (error-data e)))))

(facts (not-in-the-library 1))
; expect: :symbol {:symbol "not_in_the_library" :library "fixtures/libfaulty.so"}
(facts (get-library-function "fixtures/libfaulty.so" "subtract"))
; expect: :symbol {:symbol "subtract" :library "fixtures/libfaulty.so"}
(facts (get-library-function lib "subtract"))
; expect: :symbol {:symbol "subtract" :library "fixtures/libfaulty.so"}
(facts (ffi-call "fixtures/libfaulty.so" "subtract" (list :int) :int 1))
; expect: :symbol {:symbol "subtract" :library "fixtures/libfaulty.so"}
(facts (ffi-call nil "no_such_function" () :int))
; expect: :symbol {:symbol "no_such_function" :library "the program"}
