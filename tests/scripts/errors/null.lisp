; Nothing lies where NULL or freed memory points: what was thought to.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (assert (ffi-error? e))
          (assert (= (ffi-last-error) (error-message e)))
          (assert (= nil (with-ffi-safety-checks ,form)))
          (write (error-kind e) (error-data e)))))

(facts (deref nil))
; expect: :null {:type-name "void *"}
(facts (.x (deref nil)))
; expect: :null {:type-name "void *"}
(define gone (make-array :int 3))
(free gone)
(facts (get gone 0))
; expect: :null {:type-name "int[3]"}
(facts (free gone))
; expect: :null {:type-name "int[3]"}
(facts (first-of gone 3))
; expect: :null {:type-name "int[3]" :argument 1 :parameter "items" :function "first_of"}
(facts (poke! nil 1))
; expect: :null {:type-name "void *"}
