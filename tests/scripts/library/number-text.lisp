; Numbers as text and back.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (number->string 255 16) (number->string -255 2) (number->string 1.5) (number->string (expt 2 70) 36))
; expect: ff -11111111 1.5 6x5kxtvuwilukg
(print (string->number "42") (string->number " -1.5e3 ") (string->number "0xff") (string->number "1_000"))
; expect: 42 -1500.0 255 1000
(print (string->number "ff" 16) (string->number "-zz" 36) (string->number "12" 2))
; expect: 255 -1295 nil
(print (string->number "") (string->number "abc") (string->number "1.") (string->number "1__0") (string->number "--1"))
; expect: nil nil nil nil nil
(print (string->number "340282366920938463463374607431768211456") (string->number "1e400"))
; expect: 340282366920938463463374607431768211456 inf
(print (= (expt 7 200) (string->number (number->string (expt 7 200)))))
; expect: #t
(print (message-of (number->string "x")))
; expect: Argument 1 of `number->string` is "x", but an integer is expected.
