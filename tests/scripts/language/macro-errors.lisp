; Forms that the macros of the language cannot take: what was expected, what came, and where in the script.
(defmacro (message-of form) `(try (eval ',form) (catch e (error-message e))))
(print (message-of (cond 5)))
; expect: A clause of `cond` is (test body…), but 5 came.
(print (message-of (case 1 2)))
; expect: A clause of `case` is (key body…), but 2 came.
(print (message-of (match 1 2)))
; expect: A clause of `match` is (pattern body…), but 2 came.
(print (message-of (if-let x 1)))
; expect: The bindings of `if-let` are names and values in turn, but x came.
(print (message-of (with [file] 1)))
; expect: The bindings of `with` are names and values in turn, but [file] came.
(print (message-of (dotimes i 3)))
; expect: The bindings of `dotimes` are names and values in turn, but i came.
(print (message-of (for x 5)))
; expect: The clauses of `for` are a vector, but x came.
(when-let [a] a)
; expect error: here/macro-errors.lisp:17:1: error: The bindings of `if-let` are names and values in turn, but [a] came.
; expect error:   Write (if-let [name value] then else).
