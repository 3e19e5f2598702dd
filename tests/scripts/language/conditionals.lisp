; if and its kin. Only nil and #f are false.
(print (if 0 "true" "false") (if nil 1 2) (if #f 1) (when #t 1 2) (when nil 1) (unless nil 1 2) (unless #t 1))
; expect: true 2 nil 2 nil 2 nil
(define (kind n) (cond ((< n 0) "negative") ((= n 0) "zero") (else "positive")))
(print (kind -1) (kind 0) (kind 1))
; expect: negative zero positive
(print (cond (nil 1)) (cond ((+ 1 2))) (cond (#f 1) (:else 2 3)) (cond))
; expect: nil 3 3 nil
(define (name-of x) (case x (1 "one") ((2 3) "two or three") ("s" "string") (:k "keyword") (sym "symbol") (else "other")))
(print (name-of 1) (name-of 3) (name-of "s") (name-of :k) (name-of 'sym) (name-of 9) (case 5 (1 2)))
; expect: one two or three string keyword symbol other nil
(print (and) (and 1 2) (and 1 nil 2) (or) (or nil 2) (or nil #f))
; expect: #t 2 nil #f 2 #f
(print (if-let [x (get {:a 1} :a)] (+ x 1) "none") (if-let [x nil] x "none") (when-let [x 5] x) (when-let [x nil] x))
; expect: 2 none 5 nil
