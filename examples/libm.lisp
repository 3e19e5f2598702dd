; The C library's math.h: constants, functions, results through pointers, and errno.

(load-header-with-lib ["math.h" "errno.h"] "libm.so.6")

; --- Constants -------------------------------------------------------------------------------------------------------

(printf "pi is ~,15f, e is ~,15f~%" M_PI M_E)
(print "the largest number of all is" HUGE_VAL)

; --- Functions -------------------------------------------------------------------------------------------------------

(printf "erf(0.5) = ~,6f, tgamma(5) = ~,1f~%" (erf 0.5) (tgamma 5))
(print "round to even:" (map rint [0.5 1.5 2.5]))

; A header never takes a name of the language away. The language has a `round` of its own: C's is c/round.
(print "away from zero:" (map c/round [0.5 1.5 2.5]))

; float and double are told apart as in C.
(print "sqrt(2) as a float and as a double:" (sqrtf 2) (c/sqrt 2))

; --- Results through pointers ----------------------------------------------------------------------------------------

; double frexp(double, int *) has a second result, which it writes where a pointer says: (out type) is memory for it.
(let exponent (out :int))
(let mantissa (frexp 48.0 exponent))
(print "48 =" mantissa "* 2 ^" (deref exponent))

(let whole (out :double))
(let fraction (modf 3.25 whole))
(print "3.25 =" (deref whole) "+" fraction)

; --- Errors ----------------------------------------------------------------------------------------------------------

; math.h reports through errno, which is kept for the script as the last call left it.
(set-errno! 0)
(print "log(-1) is a number:" (not (nan? (c/log -1))))
(print "errno is EDOM:" (= (errno) EDOM) "-" (errno-text))

; What cannot be a double never reaches C.
(try (erf "0.5")
     (catch e (print (error-message e))))

; expect: pi is 3.141592653589793, e is 2.718281828459045
; expect: the largest number of all is inf
; expect: erf(0.5) = 0.520500, tgamma(5) = 24.0
; expect: round to even: [0.0 2.0 2.0]
; expect: away from zero: [1.0 2.0 3.0]
; expect: sqrt(2) as a float and as a double: 1.4142135381698608 1.4142135623730951
; expect: 48 = 0.75 * 2 ^ 6
; expect: 3.25 = 3.0 + 0.25
; expect: log(-1) is a number: #f
; expect: errno is EDOM: #t - Numerical argument out of domain
; expect: Argument 1 of `erf` is `double`, but "0.5" is not a number.
