; A script's own errors, and those of Lisp's functions, are none of C's: with-ffi-safety-checks lets them pass.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (print (error-kind e) (error-data e))
          (print (ffi-error? e) (= (ffi-last-error) (error-message e)) (with-ffi-safety-checks ,form)))))

(defmacro (own form)
  `(print (try (with-ffi-safety-checks ,form) (catch e (list (error-kind e) (error-data e) (ffi-error? e))))))
(own (error "Mine."))
(own (error "Mine." {:path "x"} :kind :library))
(own (first 5))
(own (get [1 2] 7))
(own (no-such-name))
(own (+ 1 "x"))
(own (throw :ball))
(own (call (fn [v] (error "From a callback.")) 1))
(own (call (fn [v] (first v)) 1))
(print (ffi-last-error) (ffi-error? 5))
; An error of C that was caught and raised again, also out of a callback, is one still.
(facts (try (deref nil) (catch e (throw e))))
(facts (call (fn [v] (deref nil)) 1))
; What was said last stays until something else is said.
(own (error "Mine."))
(print (ffi-last-error))
