; A dump needs memory, and to know how much of it.
(define (message f) (try (f) (catch e (print (error-message e)))))
(message (fn [] (hexdump nil)))
; expect: `hexdump` was given nil, which is C's NULL: nothing lies there.
(message (fn [] (hexdump 5)))
; expect: `hexdump` was given 5, but C memory or a pointer is expected.
(message (fn [] (hexdump (cast :pointer 64))))
; expect: How many bytes lie where the pointer points is not known.
(message (fn [] (hexdump #u8(1 2) 3)))
; expect: There are 2 bytes, not 3.
(message (fn [] (hexdump (make-array :int 2) 9)))
; expect: There are 8 bytes, not 9.
(message (fn [] (hexdump (cast :pointer 64) 10000000)))
; expect: A dump shows at most 1048576 bytes, not 10000000.
(define gone (make-array :int 2))
(free gone)
(message (fn [] (hexdump gone)))
; expect: `hexdump` was given memory that was freed.
