; try, catch, finally and throw.
(define log (vector))
(define (note x) (push! log x) x)
(print (try (note 1) (finally (note 2))) log)
; expect: 1 [1 2]
(print (try (error "one") (catch e (str "caught " (error-message e))) (finally (note 3))) log)
; expect: caught one [1 2 3]
(print (try (try (error "inner") (finally (note 4))) (catch e (error-message e))) log)
; expect: inner [1 2 3 4]
(print (try (try (throw :a) (catch e (throw [e :b]))) (catch e e)))
; expect: [:a :b]
(print (try (try (error "first") (catch e (error "second"))) (catch e (error-message e))))
; expect: second
(define (early n) (try (if (> n 0) "positive" "not") (finally (note n))))
(print (early 1) (early 0) log)
; expect: positive not [1 2 3 4 1 0]
(print (try 5 (catch e "never")))
; expect: 5
(define (deep n) (if (= n 0) (error "deep") (+ 1 (deep (- n 1)))))
(print (try (deep 1000) (catch e (error-message e))))
; expect: deep
