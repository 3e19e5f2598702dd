; A long double that a double holds is read as one. Any other stays C memory, so that nothing is rounded unasked.
(load-header-with-lib "here/scalars.h" "fixtures/libscalars.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

(define tenth (cast "long double" "0.1"))
(print (same-long-double 0.5) (same-long-double 3) tenth (same-long-double tenth))
; expect: 0.5 3.0 #<long double 0.1> #<long double 0.1>
(print (same-long-double 0.1) (cast :double tenth) (cast :float tenth) (cast :int (cast "long double" "7.9")))
; expect: 0.1 0.1 0.10000000149011612 7
(print (same-long-double 9223372036854775807) (same-long-double 18446744073709551615))
; expect: #<long double 9223372036854775807> #<long double 18446744073709551615>
(print (cast :uint64 (same-long-double 18446744073709551615)) (same-long-double (expt 2 100)))
; expect: 18446744073709551615 1.2676506002282294e+30
(print (cast "long double" "-0x1.8p1") (cast "long double" "inf") (cast "long double" "0x1p-16445"))
; expect: -3.0 inf #<long double 4e-4951>

; In memory, and as what a pointer points to.
(define cell (out "long double" tenth))
(print cell (deref cell) (deref (make-array "long double" [1 tenth])))
; expect: #<long double 0.1> #<long double 0.1> 1.0
(print (get (make-array "long double" [1 tenth]) 1) (cast "long double" (get (make-array "long double" [1 2]) 1)))
; expect: #<long double 0.1> 2.0
(define-c-struct Precise (x "long double") (z "long double _Complex"))
(print (make-struct Precise tenth [tenth 2]))
; expect: #<struct Precise {:x 0.1 :z [#<long double 0.1> 2.0]}>

(print (failure (same-double tenth)))
; expect: Argument 1 of `same_double`, `x`, is `double`, but #<long double 0.1> is not a number.
(print (failure (cast "long double" "0.1 apples")))
; expect: Argument 2 of `cast` is "0.1 apples", but the text of a number is expected.
(print (failure (cast :int "7")))
; expect: Argument 1 of `cast` is :int, but a pointer type, for a value that is no number is expected.
(print (failure (+ 1 tenth)))
; expect: An argument of `+` is #<long double 0.1>, but a number is expected.
