; Only what was evaluated at a prompt can be saved.
(try (save-session "saved.lisp") (catch e (print (error-message e))))
; expect: There is nothing to save: no text was evaluated at a prompt and worked.
(try (save-session 5) (catch e (print (error-message e))))
; expect: Argument 1 of `save-session` is 5, but a string is expected.
