; Calls that cannot work.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(define (two a b) a)
(define (keyed a &key size) a)
(define (forever n) (+ 1 (forever n)))
(print (message-of (two 1)))
; expect: `two` takes 2 arguments, but 1 came.
(print (message-of (two 1 2 3)))
; expect: `two` takes 2 arguments, but 3 came.
(print (message-of (keyed 1 :color 2)))
; expect: `keyed` does not take :color.
(print (message-of (5 1)))
; expect: 5 is called, but it is not a function.
(print (message-of ("s")))
; expect: "s" is called, but it is not a function.
(print (try (forever 1) (catch e (error-kind e))))
; expect: :recursion
(print "still here")
; expect: still here
