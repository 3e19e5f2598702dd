; Structs and unions: by value and by address, in every size the ABI treats differently.
(load-header-with-lib "here/structs.h" "fixtures/libstructs.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))
(define (point-text p) (format "~a,~a" (.x p) (.y p)))

(define p (make-point 3 0.5))
(print (point-text p) (sum-point p) (struct-size p) (struct-size point))
; expect: 3,0.5 3.5 16 16
(print (sum-point {:x 1 :y 2}) (sum-point [4 0.25]) (sum-point {:y 7}))
; expect: 3.0 4.25 7.0
(define turned (reversed {:from [1 2] :to {:x 3 :y 4}}))
(print (point-text (.from turned)) (point-text (struct-get turned 'to)))
; expect: 3,4.0 1,2.0
(define c (brighter [1 2 255]))
(print (.r c) (.g c) (.b c))
; expect: 2 3 0
(print (map (fn [i] (get (.values (counted {:values [1 1 1 1 1 1]} 10)) i)) (range 6)))
; expect: (1 11 21 31 41 51)
(define m (twice {:f 1.5 :i -4 :d 0.125}))
(print (.f m) (.i m) (.d m))
; expect: 3.0 -8 0.25
(print (number-bits {:f 1.0}) (.i (number-from 2.0)) (get (.bytes (number-from 1.0)) 3))
; expect: 1065353216 1073741824 63

; make-struct: zeroed, in order, by name, from a map, as a copy.
(print (point-text (make-struct point)) (point-text (make-struct point 1 2)) (point-text (make-struct 'point :y 9)))
; expect: 0,0.0 1,2.0 0,9.0
(print (point-text (make-struct point {:x 5})) (point-text (make-struct "struct point" p)))
; expect: 5,0.0 3,0.5

; Bit-fields.
(define f (flags-of 5 -3 1000000 1))
(print (.low f) (.middle f) (.wide f) (.on f))
; expect: 5 -3 1000000 #t
(set! (.low f) 2)
(set! (.middle f) -16)
(print (flags-low f) (flags-middle f) (.wide f) (.on f))
; expect: 2 -16 1000000 #t
(print (failure (set! (.low f) 8)))
; expect: Field `low` of `struct flags` is `unsigned int`, but 8 does not fit its 3 bits.
(print (failure (set! (.middle f) 16)))
; expect: Field `middle` of `struct flags` is `int`, but 16 does not fit its 5 bits.
(print (failure (set! (.low f) -1)))
; expect: Field `low` of `struct flags` is `unsigned int`, but -1 is negative.

; What C writes through a pointer to our memory is seen.
(move-point p 10)
(print (point-text p))
; expect: 13,0.5
(print (struct-size "struct box") (alignof "struct box") (offsetof "struct box" 'items) (offsetof 'box 'either))
; expect: 88 8 24 56
(print (struct-fields point))
; expect: ((x int 0) (y double 8))
(print (struct-fields "union number"))
; expect: ((i int32_t 0) (f float 0) (bytes uint8_t[4] 0))

; Opaque structs are passed on, not looked into.
(define o (make-opaque))
(print (opaque-number o))
; expect: 42
(print (failure (.number o)))
; expect: The members of `struct opaque` are not known: it is declared but never defined.
(print (failure (make-struct opaque)))
; expect: The members of `struct opaque` are not known: it is declared but never defined.

(print (failure (.z p)))
; expect: `struct point` has no field `z`.
(print (failure (make-struct point :z 1)))
; expect: `struct point` has no field `z`.
(print (failure (make-struct point 1 2 3)))
; expect: The initial value is `struct point`, but 3 values came for its 2 fields.
(print (failure (make-struct :int)))
; expect: `int` is not a struct or a union.
(print (failure (make-struct point :x)))
; expect: `make-struct` was given a field without a value.
(print (failure (set! (.x p) "1")))
; expect: Field `x` of `struct point` is `int`, but "1" is not an integer.
(print (failure (set! (.x p) 3000000000)))
; expect: Field `x` of `struct point` is `int`, but 3000000000 is out of its range, -2147483648 to 2147483647.
(print (failure (sum-point 5)))
; expect: Argument 1 of `sum_point`, `p`, is `struct point`, but 5 is none.
(print (failure (sum-point {:x 1 :q 2})))
; expect: Argument 1 of `sum_point`, `p`, is `struct point`, but `struct point` has no field `q`.
(print (failure (sum-point (make-struct small))))
; expect: Argument 1 of `sum_point`, `p`, is `struct point`, but a `struct small` is none.
(print (failure (move-point (make-struct small) 1)))
; expect: Argument 1 of `move_point`, `p`, is `struct point *`, but a `struct small` came.
(print (failure (move-point p)))
; expect: `move_point` takes 2 arguments, but 1 came.
