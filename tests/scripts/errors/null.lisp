; Nothing lies where NULL or freed memory points: what was thought to.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (deref nil))
(facts (.x (deref nil)))
(define gone (make-array :int 3))
(free gone)
(facts (get gone 0))
(facts (free gone))
(facts (first-of gone 3))
(facts (poke! nil 1))
