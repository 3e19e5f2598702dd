; A file that defines its own range gets its own range in `for`.
(define (range n) (list n n n))
(print (for/list [x (range 7)] x))
; expect: (7 7 7)
