; let in its forms, and what they see.
(let greeting "hello")
(print greeting)
; expect: hello
(define (area w h)
  (let w2 (* w 2))
  (let h2 (* h 2))
  (* w2 h2))
(print (area 1 2))
; expect: 8
(print (let [a 1 b (+ a 1)] (+ a b)) (let ((a 1) (b 2)) (- a b)) (let* ((a 1) (b a)) b) (let [] 5))
; expect: 3 -1 1 5
(print (letrec ((even (fn [n] (or (= n 0) (odd (- n 1))))) (odd (fn [n] (and (> n 0) (even (- n 1)))))) (even 1000)))
; expect: #t
(print (letrec [f (fn [n] (if (= n 0) "done" (f (- n 1))))] (f 10)))
; expect: done
