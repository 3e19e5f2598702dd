; What a struct argument may be written as, and names that C uses twice.
(load-header-with-lib "rects.h" "fixtures/librects.so" :include "here")

; A map stands for a struct that C only reads.
(print (rect-area {:w 3 :h 4}) (rect-area (make-struct Rect 0 0 5 5)))
; expect: 12 25
(try (rect-area {:w 3 :depth 4}) (catch e (print (error-message e))))
; expect: Argument 1 of `rect_area`, `rect`, is `const Rect *`, but `const Rect` has no field `depth`.
(try (rect-grow {:w 3 :h 4} 1) (catch e (print (error-message e)) (print (error-next-step e))))
; expect: Argument 1 of `rect_grow`, `rect`, is `Rect *`, but {:w 3 :h 4} came.
; expect: C may write to it: pass (make-struct "Rect" map), whose fields can be read afterwards.

; `measure` is a function and a struct: where a type is meant, it is the struct.
(print (sizeof measure) (.area (measure {:w 2 :h 3})))
; expect: 8 6
(print (.area (make-struct measure :area 7)))
; expect: 7

; A macro may name a type.
(print (sizeof "RECT_SIZE") (sizeof RECT_SIZE) (deref (out "RECT_SIZE" 5)))
; expect: 8 8 5

(rect-each (fn [format] (print format)))
; expect: %d
