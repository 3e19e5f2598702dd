; What would not fit in memory is an error, not a crash.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (message-of (make-bytes 4611686018427387904)))
; expect: There is no memory for 4,611,686,018,427,387,904 bytes.
(print (message-of (string-repeat "abc" 9223372036854775807)))
; expect: There is no memory for 9,223,372,036,854,775,807 times 3 bytes.
(print (message-of (make-vector 9223372036854775807)))
; expect: Argument 1 of `make-vector` is 9223372036854775807, but at most 2147483648 is expected.
(print (message-of (range 1e12)))
; expect: The range is too long to be made.
(print (message-of (range (expt 10 30))))
; expect: The range is too long to be made.
(print (message-of (pad-left "a" 4611686018427387904)))
; expect: There is no memory for 4,611,686,018,427,387,904 bytes.
