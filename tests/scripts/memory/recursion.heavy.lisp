; A recursion that keeps what it makes: memory ends before the stack does, and then the stack is left.
; shell: ulimit -v 400000; exec elle here/recursion.heavy.lisp
(define (deeper made) (+ 1 (deeper (make-vector 1000 made))))
(print (try (deeper nil) (catch e (error-kind e))))
; expect: :memory
(define (nested depth) (if (= depth 0) [] [(nested (- depth 1))]))
(print (count (nested 10000)))
; expect: 1
; The C stack can grow all the same: nothing is let go of before all is done.
(define (down n) (count (sort [1 2] (fn [a b] (when (> n 0) (down (- n 1))) #t))))
(define (fill kept) (try (while #t (push! kept (make-bytes 1000000))) (catch e (down 1000))))
(print (fill []))
; expect: 2
