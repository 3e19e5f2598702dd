; A vector, a map and a string that double when they are full: refused, they are as they were, and can be used.
; shell: ulimit -v 600000; exec elle here/growing.heavy.lisp
(define (kind-of-refusal f) (try (f) (catch e (error-kind e))))
(let ((v []))
  (print (kind-of-refusal (fn [] (while #t (push! v (count v))))))
  (print (= (get v (- (count v) 1)) (- (count v) 1)) (= (pop! v) (count v))))
; expect: :memory
; expect: #t #t
(let ((m {}))
  (print (kind-of-refusal (fn [] (while #t (set! (get m (count m)) (count m))))))
  (print (> (count m) 1000000) (get m 0) (= (get m (- (count m) 1)) (- (count m) 1))))
; expect: :memory
; expect: #t 0 #t
(let ((s "0123456789"))
  (print (kind-of-refusal (fn [] (while #t (set! s (str s s))))))
  (print (> (count s) 10000000) (substring s 0 10)))
; expect: :memory
; expect: #t 0123456789
(let ((s (string-repeat "a" 50000000)))
  (print (kind-of-refusal (fn [] (replace s "a" "0123456789"))))
  (print (kind-of-refusal (fn [] (join (map (fn [i] "x") (range 100)) s))))
  (print (kind-of-refusal (fn [] (split (str s s) "a")))))
; expect: :memory
; expect: :memory
; expect: :memory
