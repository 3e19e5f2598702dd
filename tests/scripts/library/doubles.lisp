; Doubles follow IEEE 754; comparing them with integers is exact.
(print 1.0 0.1 1e100 1.5e-7 123456789.0 1e16)
; expect: 1.0 0.1 1e+100 1.5e-07 123456789.0 1e+16
(print (/ 1.0 0) (/ -1.0 0) (/ 0.0 0) inf -inf nan)
; expect: inf -inf nan inf -inf nan
(print (= 2 2.0) (= 9007199254740993 9007199254740992.0) (< 9007199254740992.0 9007199254740993))
; expect: #t #f #t
(print (= nan nan) (< nan 1) (nan? nan) (infinite? -inf))
; expect: #f #f #t #t
(print (< (expt 10 400) inf) (> (- (expt 10 400)) -inf))
; expect: #t #t
(print (floor 2.5) (ceil 2.5) (round 2.5) (round 3.5) (truncate -2.5) (floor -2.5))
; expect: 2 3 2 4 -2 -3
(print (floor 1e20) (exact 3.0) (double 3) (exact->inexact 1) (inexact->exact 2.0))
; expect: 100000000000000000000 3 3.0 1.0 2
(print (modulo 7.0 -2) (remainder -7.0 2) (quotient 7.0 2))
; expect: -1.0 -1.0 3.0
(print (double (+ (expt 2 64) 1)) (double (expt 3 50)))
; expect: 1.8446744073709552e+19 7.178979876918526e+23
(print (max 1 nan) (min 1 2.5))
; expect: nan 1
