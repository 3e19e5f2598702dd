; A symbol that a library does not have: which, and of which library.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (not-in-the-library 1))
; expect: :symbol {:symbol not_in_the_library :library fixtures/libfaulty.so}
; expect: #t #t nil
(facts (get-library-function "fixtures/libfaulty.so" "subtract"))
; expect: :symbol {:symbol subtract :library fixtures/libfaulty.so}
; expect: #t #t nil
(facts (get-library-function lib "subtract"))
; expect: :symbol {:symbol subtract :library fixtures/libfaulty.so}
; expect: #t #t nil
(facts (ffi-call "fixtures/libfaulty.so" "subtract" (list :int) :int 1))
; expect: :symbol {:symbol subtract :library fixtures/libfaulty.so}
; expect: #t #t nil
(facts (ffi-call nil "no_such_function" () :int))
; expect: :symbol {:symbol no_such_function :library the program}
; expect: #t #t nil
