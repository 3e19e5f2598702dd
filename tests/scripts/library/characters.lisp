; Characters.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (letter? #\é) (letter? #\1) (digit? #\٣) (whitespace? #\space) (upper-case? #\A) (lower-case? #\A) (punctuation? #\!))
; expect: #t #f #t #t #t #f #t
(print (char-upper-case #\é) (char-lower-case #\É) (char->integer #\A) (integer->char 8364) (digit-value #\f) (digit-value #\-))
; expect: É é 65 € 15 nil
(print (character? #\a) (letter-or-digit? #\_) (= #\a #\a))
; expect: #t #f #t
(print (message-of (integer->char 55296)))
; expect: Argument 1 of `integer->char` is 55296, but a Unicode code point is expected.
(print (message-of (char->integer "a")))
; expect: Argument 1 of `char->integer` is "a", but a character is expected.
