; Types that a script defines: laid out as the C compiler does, usable wherever a type is.
(load-header-with-lib "here/structs.h" "fixtures/libstructs.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

(define-enum Color (RED 0) GREEN (BLUE (+ 5 5)) CYAN)
(print RED GREEN BLUE CYAN (enum-name Color 1) (enum-name Color 11) (enum-name Color 7))
; expect: 0 1 10 11 GREEN CYAN nil
(define-enum Sign (MINUS -1) ZERO)
(print MINUS ZERO (sizeof Sign) (enum-name Sign -1))
; expect: -1 0 4 MINUS
(define-enum Wide (HUGE 8589934592))
(print (sizeof Wide))
; expect: 8

(define-c-struct Point (x :int) (y :double))
(define-c-struct Small (r :uint8_t) (g :uint8_t) (b :uint8_t))
(define-c-union Number (i :int32_t) (f :float) (bytes (:array :uint8_t 4)))
(define-c-struct Box
  (name (:array :char 8))
  (inner Point)
  (items (:array :int 4))
  (colors (:array Small 2))
  (number Number)
  (deep :int)
  (either :int)
  (label :string)
  (next (:pointer Box))
  (combine (:function :int (:int :int))))
(define-c-struct Flags (low :unsigned :bits 3) (middle :int :bits 5) (wide "unsigned" :bits 20) (on :bool :bits 1))
(define (offsets type) (map last (struct-fields type)))
(print (offsets Point) (offsets 'point) (sizeof Point) (sizeof point))
; expect: (0 8) (0 8) 16 16
(print (offsets Number) (sizeof Number) (alignof Number))
; expect: (0 0 0) 4 4
(print (sizeof Box) (sizeof box) (= (offsetof Box 'combine) (offsetof box 'combine)) (alignof Box))
; expect: 88 88 #t 8
(print (sizeof Flags) (sizeof "struct flags"))
; expect: 4 4
(define-c-struct Tight :packed #t (c :char) (d :double))
(print (sizeof Tight) (offsets Tight))
; expect: 9 (0 1)

(define a (make-struct Box {:label "first" :items [1 2 3]}))
(define b (make-struct Box :label "second" :next a))
(collect-garbage)
(print (.label (.next b)) (chain-length (cast "struct box *" b)) (sum-items (cast "struct box *" a)))
; expect: first 2 6
(set! (.combine a) (fn [x y] (+ (* 100 x) y)))
(print (run-combine (cast "struct box *" a) 4 2))
; expect: 402
(set! (.f (.number a)) 1.0)
(print (.i (.number a)) (get (.bytes (.number a)) 3))
; expect: 1065353216 63
(print (ffi-call "fixtures/libstructs.so" "sum_point" (list Point) :double (make-struct Point 1 2)))
; expect: 3.0
(print (.y (ffi-call "fixtures/libstructs.so" "make_point" (:int :double) Point 1 2.5)))
; expect: 2.5
(define-c-struct Pen (color Color) (width :int))
(define pen (make-struct Pen GREEN 2))
(print (enum-name Color (.color pen)) (c-type "Pen *") (c-type '(:pointer Pen)) (c-type "enum Color"))
; expect: GREEN #<C type struct Pen *> #<C type struct Pen *> #<C type enum Color>
(print (make-struct Point 3 4))
; expect: #<struct Point {:x 3 :y 4.0}>

(print (failure (eval '(define-c-struct Bad (x :nothing)))))
; expect: :nothing is not a C type.
(print (failure (eval '(define-c-struct Bad (x :int :bits 40)))))
; expect: Bit-field `x` is 40 bits wide, but `int` has only 32.
(print (failure (eval '(define-c-struct Bad x))))
; expect: x is not a field.
(print (failure (eval '(define-c-struct Bad (x Bad)))))
; expect: The members of `struct Bad` are not known: it is declared but never defined.
(print (failure (eval '(define-enum Bad (A "text")))))
; expect: (A "text") is not an enum constant.
(print (failure (enum-name Point 1)))
; expect: `struct Point` is not an enum.
(print (failure (c-type "struct")))
; expect: Expected a name after `struct` but the text ends, in the C type `struct` at column 7.
(print (failure (c-type "int (*")))
; expect: This `(` is never closed, in the C type `int (*` at column 5.
(print (failure (c-type "Unknown *")))
; expect: No type is called `Unknown`, in the C type `Unknown *` at column 1.
(print (failure (c-type 5)))
; expect: 5 is not a C type.
(print (failure (set! (.color pen) -1)))
; expect: Field `color` of `struct Pen` is `enum Color`, but -1 is negative.
