; Roots, powers, logarithms, angles.
(define (near? a b) (< (abs (- a b)) 1e-12))
(print (sqrt 2) (sqrt 2.25) (nan? (sqrt -1)) (near? (cbrt 27) 3))
; expect: 1.4142135623730951 1.5 #t #t
(print (expt 2 0.5) (expt 2.0 3) (pow 3 4))
; expect: 1.4142135623730951 8.0 81
(print (near? (exp 1) 2.718281828459045) (log 1) (log 8 2) (log 1000 10) (log2 8) (log10 0.01))
; expect: #t 0.0 3.0 3.0 3.0 -2.0
(print (near? (sin (/ pi 2)) 1) (near? (cos pi) -1) (near? (tan 0) 0) (near? (* 4 (atan 1)) pi))
; expect: #t #t #t #t
(print (near? (atan 1 -1) (* 0.75 pi)) (near? (atan2 1 -1) (* 0.75 pi)) (asin 0) (acos 1))
; expect: #t #t 0.0 0.0
(print (hypot 3 4) (sinh 0) (cosh 0) (tanh 0))
; expect: 5.0 0.0 1.0 0.0
