; Bytes, and text in encodings.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(define b (make-bytes 3))
(set! (get b 0) 255)
(print b (get b 0) (count b) (bytes 1 2) (list->bytes [3 4]) (to-list #u8(5 6)) (slice #u8(1 2 3) 1) (concat #u8(1) #u8(2)))
; expect: #u8(255 0 0) 255 3 #u8(1 2) #u8(3 4) (5 6) #u8(2 3) #u8(1 2)
(print (string->bytes "añ€") (string->bytes "añ" :utf-16) (string->bytes "añ" :utf-16be) (string->bytes "añ" :latin-1))
; expect: #u8(97 195 177 226 130 172) #u8(97 0 241 0) #u8(0 97 0 241) #u8(97 241)
(print (bytes->string #u8(97 195 177)) (bytes->string #u8(97 241) :latin-1) (bytes->string #u8(61 216 0 222) :utf-16))
; expect: añ añ 😀
(print (= "😀" (bytes->string (string->bytes "😀" :utf-32) :utf-32)) (fill! (make-bytes 2) 7) (= #u8(1) (bytes 1)))
; expect: #t #u8(7 7) #t
(print (message-of (bytes->string #u8(97 255))))
; expect: The bytes are not text in utf-8: byte 1 is wrong.
(print (message-of (string->bytes "a€" :latin-1)))
; expect: Character 1 of the string does not exist in latin-1.
(print (message-of (bytes->string #u8(1 2 3) :utf-16)))
; expect: The bytes are not text in utf-16: byte 2 is wrong.
(print (message-of (string->bytes "a" :ebcdic)))
; expect: Argument 2 of `string->bytes` is :ebcdic, but an encoding (:utf-8, :utf-16, :utf-16be, :utf-32, :latin-1 or :ascii) is expected.
(print (message-of (bytes 256)))
; expect: Argument 1 of `bytes` is 256, but an integer from 0 to 255 is expected.
