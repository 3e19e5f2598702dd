; What arithmetic refuses, and how it says so.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (message-of (+ 1 "a")))
; expect: An argument of `+` is "a", but a number is expected.
(print (message-of (- 'x)))
; expect: An argument of `-` is x, but a number is expected.
(print (message-of (* 2 nil)))
; expect: An argument of `*` is nil, but a number is expected.
(print (message-of (/ 1 0)))
; expect: `/` divides 1 by zero.
(print (message-of (quotient 1 0)))
; expect: `quotient` divides 1 by zero.
(print (message-of (modulo (expt 2 70) 0)))
; expect: `modulo` divides 1180591620717411303424 by zero.
(print (message-of (quotient 1.5 2)))
; expect: An argument of `quotient` is 1.5, but an integer is expected.
(print (message-of (< 1 "a")))
; expect: An argument of `<` is "a", but a number is expected.
(print (message-of (< "a")))
; expect: An argument of `<` is "a", but a number is expected.
(print (message-of (max 1 :k)))
; expect: An argument of `max` is :k, but a number is expected.
(print (message-of (expt 2 (expt 2 40))))
; expect: The result of `expt` would have more than 1073741824 bits.
(print (message-of (expt 0 -1)))
; expect: `expt` raises 0 to a negative power.
(print (message-of (shift-left 1 10000000000000)))
; expect: The result of `shift-left` would have more than 1073741824 bits.
(print (message-of (shift-left 1 -1)))
; expect: Argument 2 of `shift-left` is -1, but an integer that is not negative is expected.
(print (message-of (even? 1.5)))
; expect: Argument 1 of `even?` is 1.5, but an integer is expected.
(print (message-of (bit-and 1 2.0)))
; expect: Argument 2 of `bit-and` is 2.0, but an integer is expected.
(print (message-of (integer-sqrt -4)))
; expect: Argument 1 of `integer-sqrt` is -4, but an integer that is not negative is expected.
(print (message-of (number->string 5 1)))
; expect: Argument 2 of `number->string` is 1, but a base from 2 to 36 is expected.
