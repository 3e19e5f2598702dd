; Nothing lies where NULL or freed memory points: what was thought to.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(facts (deref nil))
; expect: :null {:type-name void *}
; expect: #t #t nil
(facts (.x (deref nil)))
; expect: :null {:type-name void *}
; expect: #t #t nil
(define gone (make-array :int 3))
(free gone)
(facts (get gone 0))
; expect: :null {:type-name int[3]}
; expect: #t #t nil
(facts (free gone))
; expect: :null {:type-name int[3]}
; expect: #t #t nil
(facts (first-of gone 3))
; expect: :null {:type-name int[3] :argument 1 :parameter items :function first_of}
; expect: #t #t nil
(facts (poke! nil 1))
; expect: :null {:type-name void *}
; expect: #t #t nil
