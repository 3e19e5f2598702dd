; Raising errors and taking them apart.
(define caught (try (error "Too hot" {:degrees 99} :kind :weather :next-step "Wait.") (catch e e)))
(print (error? caught) (error-message caught) (error-data caught) (error-kind caught) (error-next-step caught))
; expect: #t Too hot {:degrees 99} :weather Wait.
(print (try (error "plain") (catch e (list (error-kind e) (error-data e) (error-next-step e)))))
; expect: (:user nil nil)
(print (try (error "keyword as data" :k) (catch e (error-data e))))
; expect: :k
(print (try (throw 42) (catch e e)) (try (throw caught) (catch e (eq? e caught))))
; expect: 42 #t
(print (try (first 5) (catch e (error-kind e))) (error? 5))
; expect: :type #f
(print (try (error "x" :color :red) (catch e (error-message e))))
; expect: Argument 2 of `error` is :color, but one of the options :kind, :next-step is expected.
(print (try (error 5) (catch e (error-message e))))
; expect: Argument 1 of `error` is 5, but a string is expected.
(print (try (error-message "s") (catch e (error-message e))))
; expect: Argument 1 of `error-message` is "s", but an error is expected.
(print (error-place caught))
; expect: here/errors.lisp:2:21
