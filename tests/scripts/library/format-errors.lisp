; What format refuses.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (message-of (format "~a")))
; expect: Directive ~a in "~a" has no value: `format` is given only 0.
(print (message-of (format "~a" 1 2)))
; expect: `format` is given 2 values, but "~a" uses 1.
(print (message-of (format "~d" 1.5)))
; expect: Directive ~d in "~d" expects an integer, but gets 1.5.
(print (message-of (format "~d" "x")))
; expect: Directive ~d in "~d" expects an integer, but gets "x".
(print (message-of (format "~,2f" "x")))
; expect: Directive ~f in "~,2f" expects a number, but gets "x".
(print (message-of (format "~c" 65)))
; expect: Directive ~c in "~c" expects a character, but gets 65.
(print (message-of (format "~{~a" [1])))
; expect: ~{ in "~{~a" has no ~}.
(print (message-of (format "~{~a~}" 5)))
; expect: Directive ~{ in "~{~a~}" expects a list or a vector, but gets 5.
(print (message-of (format "~{x~}" [1])))
; expect: Directive ~{ in "~{x~}" has a body that uses no items.
(print (message-of (format "~q" 1)))
; expect: There is no directive ~q (in "~q").
(print (message-of (format "50~")))
; expect: "50~" ends within a directive.
(print (message-of (format "~}")))
; expect: Directive ~} in "~}" has no ~{ before it.
(print (message-of (printf 5)))
; expect: Argument 1 of `printf` is 5, but a string is expected.
