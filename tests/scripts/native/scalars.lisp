; Every scalar of C, both ways, at both ends of its range and one past them.
(load-header-with-lib "here/scalars.h" "fixtures/libscalars.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

(print (same-i8 -128) (same-i8 127) (same-u8 0) (same-u8 255))
; expect: -128 127 0 255
(print (same-i16 -32768) (same-i16 32767) (same-u16 65535))
; expect: -32768 32767 65535
(print (same-i32 -2147483648) (same-i32 2147483647) (same-u32 4294967295))
; expect: -2147483648 2147483647 4294967295
(print (same-i64 -9223372036854775808) (same-i64 9223372036854775807) (same-u64 18446744073709551615))
; expect: -9223372036854775808 9223372036854775807 18446744073709551615
(print (same-i128 -170141183460469231731687303715884105728) (same-u128 340282366920938463463374607431768211455))
; expect: -170141183460469231731687303715884105728 340282366920938463463374607431768211455
(print (same-size 18446744073709551615))
; expect: 18446744073709551615
(print (same-char -128) (same-char 97) (same-char #\a))
; expect: -128 97 97

(print (failure (same-i8 128)))
; expect: Argument 1 of `same_i8`, `x`, is `int8_t`, but 128 is out of its range, -128 to 127.
(print (failure (same-i8 -129)))
; expect: Argument 1 of `same_i8`, `x`, is `int8_t`, but -129 is out of its range, -128 to 127.
(print (failure (same-u8 256)))
; expect: Argument 1 of `same_u8`, `x`, is `uint8_t`, but 256 is out of its range, 0 to 255.
(print (failure (same-u8 -1)))
; expect: Argument 1 of `same_u8`, `x`, is `uint8_t`, but -1 is negative.
(print (failure (same-i16 32768)))
; expect: Argument 1 of `same_i16`, `x`, is `int16_t`, but 32768 is out of its range, -32768 to 32767.
(print (failure (same-u16 65536)))
; expect: Argument 1 of `same_u16`, `x`, is `uint16_t`, but 65536 is out of its range, 0 to 65535.
(print (failure (same-i32 2147483648)))
; expect: Argument 1 of `same_i32`, `x`, is `int32_t`, but 2147483648 is out of its range, -2147483648 to 2147483647.
(print (failure (same-u32 4294967296)))
; expect: Argument 1 of `same_u32`, `x`, is `uint32_t`, but 4294967296 is out of its range, 0 to 4294967295.
(print (failure (same-u32 -1)))
; expect: Argument 1 of `same_u32`, `x`, is `uint32_t`, but -1 is negative.
(print (failure (same-i64 9223372036854775808)))
; expect: Argument 1 of `same_i64`, `x`, is `int64_t`, but 9223372036854775808 is out of its range, -9223372036854775808 to 9223372036854775807.
(print (failure (same-i64 (expt 10 30))))
; expect: Argument 1 of `same_i64`, `x`, is `int64_t`, but 1000000000000000000000000000000 is out of its range, -9223372036854775808 to 9223372036854775807.
(print (failure (same-u64 -1)))
; expect: Argument 1 of `same_u64`, `x`, is `uint64_t`, but -1 is negative.
(print (failure (same-u64 18446744073709551616)))
; expect: Argument 1 of `same_u64`, `x`, is `uint64_t`, but 18446744073709551616 is out of its range, 0 to 18446744073709551615.
(print (failure (same-size (- (expt 10 30)))))
; expect: Argument 1 of `same_size`, `x`, is `size_t`, but -1000000000000000000000000000000 is negative.
(print (failure (same-i128 (expt 2 127))))
; expect: Argument 1 of `same_i128`, `x`, is `__int128`, but 170141183460469231731687303715884105728 does not fit 128 bits.
(print (failure (same-u8 #\é)) (failure (same-u8 #\λ)))
; expect: 233 Argument 1 of `same_u8`, `x`, is `uint8_t`, but #\λ is out of its range, 0 to 255.

(print (failure (same-i32 1.0)))
; expect: Argument 1 of `same_i32`, `x`, is `int32_t`, but 1.0 is not an integer.
(print (failure (same-i32 "1")))
; expect: Argument 1 of `same_i32`, `x`, is `int32_t`, but "1" is not an integer.
(print (failure (same-i32 nil)))
; expect: Argument 1 of `same_i32`, `x`, is `int32_t`, but nil is not an integer.
(print (failure (same-i64 [1])))
; expect: Argument 1 of `same_i64`, `x`, is `int64_t`, but [1] is not an integer.

; bool takes booleans and 0 or 1; a typedef that names a boolean comes back as one; a plain int does not.
(print (same-bool #t) (same-bool #f) (same-bool 1) (same-bool 0))
; expect: #t #f #t #f
(print (failure (same-bool 2)))
; expect: Argument 1 of `same_bool`, `x`, is `bool`, but 2 is not a boolean.
(print (failure (same-bool nil)))
; expect: Argument 1 of `same_bool`, `x`, is `bool`, but nil is not a boolean.
(print (is-positive 3) (is-positive -3))
; expect: #t #f

(print (same-float 0.5) (same-float 0.1) (same-double 0.1) (same-double 3) (same-double (expt 2 70)))
; expect: 0.5 0.10000000149011612 0.1 3.0 1.1805916207174113e+21
(print (same-long-double 0.1) (same-long-double -2) (same-double (/ 1.0 0)) (same-complex [1.5 -2]) (same-complex 3))
; expect: 0.1 -2.0 inf [1.5 -2.0] [3.0 0.0]
(print (failure (same-double "x")))
; expect: Argument 1 of `same_double`, `x`, is `double`, but "x" is not a number.
(print (failure (same-complex [1 2 3])))
; expect: Argument 1 of `same_complex`, `x`, is `double _Complex`, but [1 2 3] is not a number or a vector [real imaginary].

(print RED GREEN BLUE (next-color RED) (next-color GREEN) (sign-of -7) MINUS)
; expect: 0 5 6 5 6 -1 -1
(print (failure (next-color -1)))
; expect: Argument 1 of `next_color`, `c`, is `enum color`, but -1 is negative.
(print (enum-name "enum color" 5) (enum-name "enum sign" -1) (enum-name "enum color" 77))
; expect: GREEN MINUS nil

(print (sum-of-many -1 2 -3 4 0.5 0.25 -7 8 9 0.5 0.75 12 13 #t))
; expect: 40.0
