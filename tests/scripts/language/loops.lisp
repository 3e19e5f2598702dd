; while and named loop.
(define i 0)
(while (< i 3)
  (print i)
  (set! i (+ i 1)))
; expect: 0
; expect: 1
; expect: 2
(print (loop sum [n 10 total 0] (if (= n 0) total (sum (- n 1) (+ total n)))))
; expect: 55
(print (loop build [n 3] (if (= n 0) nil (cons n (build (- n 1))))))
; expect: (3 2 1)
(print (loop many [n 1000000] (if (= n 0) "done" (many (- n 1)))))
; expect: done
(print (while #f 1))
; expect: nil
