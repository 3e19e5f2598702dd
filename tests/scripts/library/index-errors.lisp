; A wrong index or key says what the collection has.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (message-of (get [1 2 3] 3)))
; expect: Index 3 is outside a vector of 3 items.
(print (message-of (get [1 2 3] -1)))
; expect: Index -1 is outside a vector of 3 items.
(print (message-of (get '(1) 1)))
; expect: Index 1 is outside a list of 1 item.
(print (message-of (nth nil 0)))
; expect: Index 0 is outside an empty list.
(print (message-of (get "abc" 10)))
; expect: Index 10 is outside a string of 3 characters.
(print (message-of (get #u8(1 2) 2)))
; expect: Index 2 is outside bytes of length 2.
(print (message-of (get [1] :k)))
; expect: Argument 2 of `get` is :k, but an index is expected.
(print (message-of (get 5 0)))
; expect: Argument 1 of `get` is 5, but a list, a vector, a map, a string, bytes or C memory is expected.
(print (message-of (put! [1] 1 0)))
; expect: Index 1 is outside a vector of 1 item.
(print (message-of (put! '(1) 0 0)))
; expect: A list cannot be changed.
(print (message-of (put! "abc" 0 #\x)))
; expect: A string cannot be changed.
(print (message-of (put! #u8(1) 0 256)))
; expect: Argument 3 of `put!` is 256, but an integer from 0 to 255 is expected.
(print (message-of (slice [1 2 3] 2 5)))
; expect: The slice from 2 to 5 is not within a vector of 3 items.
(print (message-of (pop! [])))
; expect: `pop!` finds the vector empty.
(print (message-of (insert! [1] 2 0)))
; expect: Index 2 is outside a vector of 1 item.
(print (message-of (remove-at! [1] 1)))
; expect: Index 1 is outside a vector of 1 item.
(print (message-of (push! '(1) 2)))
; expect: Argument 1 of `push!` is (1), but a vector is expected.
(print (message-of (hash-map :a)))
; expect: The last key has no value.
(print (message-of (range 0 5 0)))
; expect: Argument 3 of `range` is 0, but a number other than 0 is expected.
(print (message-of (make-vector -1)))
; expect: Argument 1 of `make-vector` is -1, but an integer that is not negative is expected.
(print (try (get [1 2] 2) (catch e (error-next-step e))))
; expect: Its indices are 0 to 1.
