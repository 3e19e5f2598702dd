; What match refuses.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (message-of (match 5 (1 2))))
; expect: No clause of `match` fits 5.
(print (message-of (eval '(match 5 ((or a 1) 2)))))
; expect: The pattern a binds a name within `or` or `not`.
(print (message-of (eval '(match 5 ((foo a) 2)))))
; expect: (foo a) is not a pattern.
(print (message-of (eval '(for [x] 1))))
; expect: x in `for` has no value.
(print (message-of (eval '(for [:until x] 1))))
; expect: :until is no clause of `for`.
