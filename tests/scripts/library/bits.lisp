; Integers as bits, in two's complement of any length.
(print (bit-and 12 10) (bit-or 12 10) (bit-xor 12 10) (bit-not 12) (bit-and) (bit-or))
; expect: 8 14 6 -13 -1 0
(print (bit-and -1 (expt 2 80)) (bit-or (expt 2 70) 1) (bit-not (expt 2 64)))
; expect: 1208925819614629174706176 1180591620717411303425 -18446744073709551617
(print (shift-left 1 100) (shift-right (shift-left 5 100) 100) (shift-right -5 1) (shift-right 1 200))
; expect: 1267650600228229401496703205376 5 -3 0
(print (bit-set? 5 0) (bit-set? 5 1) (bit-set? -1 1000))
; expect: #t #f #t
