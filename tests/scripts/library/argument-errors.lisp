; Wrong arguments are named by place, value and what was expected.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (message-of (first 5)))
; expect: Argument 1 of `first` is 5, but a list, a vector, a string, a map, bytes or a C array is expected.
(print (message-of (count 5)))
; expect: Argument 1 of `count` is 5, but a list, a vector, a map, a string, bytes or C memory is expected.
(print (message-of (rest {:a 1})))
; expect: Argument 1 of `rest` is {:a 1}, but a list, a vector, a string or bytes is expected.
(print (message-of (take -1 [1])))
; expect: Argument 1 of `take` is -1, but an integer that is not negative is expected.
(print (message-of (take 1 5)))
; expect: Argument 2 of `take` is 5, but a list, a vector, a string, bytes or a C array is expected.
(print (message-of (append '(1) 5 '(2))))
; expect: Argument 2 of `append` is 5, but a list, a vector, a string, a map, bytes or a C array is expected.
(print (message-of (cons 1 2)))
; expect: Argument 2 of `cons` is 2, but a list, a vector, a string, a map, bytes or a C array is expected.
(print (message-of (append '(1) 5)))
; expect: Argument 2 of `append` is 5, but a list, a vector, a string, a map, bytes or a C array is expected.
(print (message-of (keys [1])))
; expect: Argument 1 of `keys` is [1], but a map is expected.
(print (message-of (upper-case :k)))
; expect: Argument 1 of `upper-case` is :k, but a string is expected.
(print (message-of (symbol->string "s")))
; expect: Argument 1 of `symbol->string` is "s", but a symbol is expected.
(print (message-of (string->symbol 's)))
; expect: Argument 1 of `string->symbol` is s, but a string is expected.
(print (message-of (map inc 5)))
; expect: 5 is not a collection.
(print (message-of (first)))
; expect: `first` takes 1 argument, but 0 came.
(print (message-of (first 1 2)))
; expect: `first` takes 1 argument, but 2 came.
(print (message-of (partition 0 [1])))
; expect: `partition` makes groups of a positive number of items, not 0.
