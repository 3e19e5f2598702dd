; A script's own errors, and those of Lisp's functions, are none of C's: with-ffi-safety-checks lets them pass.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (assert (ffi-error? e))
          (assert (= (ffi-last-error) (error-message e)))
          (assert (= nil (with-ffi-safety-checks ,form)))
          (write (error-kind e) (error-data e)))))

(defmacro (own form)
  `(print (try (with-ffi-safety-checks ,form) (catch e (if (error? e) (list (error-kind e) (error-data e) (ffi-error? e)) e)))))
(own (error "Mine."))
; expect: (:user nil #f)
(own (error "Mine." {:path "x"} :kind :library))
; expect: (:library {:path x} #f)
(own (first 5))
; expect: (:type nil #f)
(own (get [1 2] 7))
; expect: (:range nil #f)
(own (no-such-name))
; expect: (:unbound nil #f)
(own (+ 1 "x"))
; expect: (:type nil #f)
(own (throw :ball))
; expect: :ball
(own (call (fn [v] (error "From a callback.")) 1))
; expect: (:user nil #f)
(own (call (fn [v] (first v)) 1))
; expect: (:type nil #f)
(print (ffi-last-error) (ffi-error? 5))
; expect: nil #f
; An error of C that was caught and raised again, also out of a callback, is one still.
(facts (try (deref nil) (catch e (throw e))))
; expect: :null {:type-name "void *"}
(facts (call (fn [v] (deref nil)) 1))
; expect: :null {:type-name "void *"}
; What was said last stays until something else is said.
(own (error "Mine."))
; expect: (:user nil #f)
(print (ffi-last-error))
; expect: `deref` was given nil, which is C's NULL: nothing lies there.
