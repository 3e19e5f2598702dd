; Integers are exact at any size and never wrap.
(print (* 4611686018427387904 4))
; expect: 18446744073709551616
(print (+ 9223372036854775807 1) (- -9223372036854775808 1))
; expect: 9223372036854775808 -9223372036854775809
(print (- (+ 9223372036854775807 1) 1))
; expect: 9223372036854775807
(print (* 18446744073709551615 18446744073709551615))
; expect: 340282366920938463426481119284349108225
(print (- -9223372036854775808))
; expect: 9223372036854775808
(print (quotient -9223372036854775808 -1) (remainder -9223372036854775808 -1))
; expect: 9223372036854775808 0
(print (expt 2 100) (expt 0 0) (expt -1 1000001) (expt 7 -1))
; expect: 1267650600228229401496703205376 1 -1 0.14285714285714285
(print (quotient 17 5) (remainder 17 5) (modulo 17 5))
; expect: 3 2 2
(print (quotient -17 5) (remainder -17 5) (modulo -17 5) (modulo 17 -5))
; expect: -3 -2 3 -3
(print (quotient (expt 10 30) (expt 10 28)) (remainder (- (expt 10 30)) 7) (modulo (- (expt 10 30)) 7))
; expect: 100 -1 6
(print (/ 6 3) (/ 7 2) (/ 4) (/ (expt 10 40) (expt 10 38)) (/ 12 2 3))
; expect: 2 3.5 0.25 100 2
(print (abs -5) (abs -9223372036854775808) (min 3 1 2) (max 3 1 2))
; expect: 5 9223372036854775808 1 3
(print (gcd 12 18) (lcm 4 6) (gcd) (lcm) (gcd (expt 2 70) (expt 6 40)))
; expect: 6 12 0 1 1099511627776
(print (even? 4) (odd? (+ 1 (expt 2 80))) (zero? 0) (nonzero? 3) (positive? -1) (negative? -1))
; expect: #t #t #t #t #f #t
(print (integer-sqrt 17) (sqrt 16) (sqrt (expt 10 40)))
; expect: 4 4 100000000000000000000
(print (+) (*) (+ 1 2 3 4) (- 10 1 2))
; expect: 0 1 10 7
