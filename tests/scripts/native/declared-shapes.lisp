; Every shape of declaration that C has, read and written, by value both ways.
(load-header-with-lib "here/declared-shapes.h" "fixtures/libdeclared-shapes.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

; Bit-fields.
(define b (bits-of 5 -16 1099511627775 -524288))
(print [(.low b) (.negative b) (.wide b) (.across b) (.on b) (.tiny b) (.colour b)])
; expect: [5 -16 1099511627775 -524288 #t -1 0]
(set! (.across b) 524287)
(set! (.negative b) 15)
(set! (.colour b) BLUE)
(set! (.tiny b) -2)
(print (sum-bits b) (sum-bits {:wide 1 :across -3}) [(.low b) (.wide b) (.on b)])
; expect: 1099512152083 -2 [5 1099511627775 #t]
(set-bits b)
(print [(.low b) (.negative b) (.wide b) (.across b) (.on b) (.tiny b) (.colour b)])
; expect: [7 -16 1099511627775 -524288 #f 1 2]
(print (failure (set! (.across b) 524288)))
; expect: Field `across` of `struct bits` is `int`, but 524288 does not fit its 20 bits.

; Packed and aligned records.
(define p (packed-of 1 2 0.5))
(print (sizeof p) (offsetof "struct packed" 'second) (.second p) (.third p) (sum-packed {:first 3 :second 4 :third 5}))
; expect: 13 1 2 0.5 12.0
(print (sizeof "struct aligned") (alignof "struct aligned") (.second (aligned-of 1 2)) (sum-aligned {:first 3 :second 4}))
; expect: 16 16 2 7

; Arrays of arrays, and pointers to arrays.
(define g (make-grid))
(print (get (get (.cell g) 1) 2) (get-in (.cell g) [0 1]) (.y (get (get (.corners g) 1) 0)) (count (.cell g)))
; expect: 6 2 6.0 2
(set! (get (get (.cell g) 1) 2) 60)
(set! (get (.cell g) 0) [10 20 30])
(print (sum-grid g) (sum-grid {:cell [[1 1 1] [2 2 2]]}) (sum-cells (.cell g)) (sum-cells [[1 2 3] [4 5 6]]))
; expect: 129 9 129 21
(define rows (get-rows))
(print rows)
; expect match: #<double \(\*\)\[3\] 0x[0-9a-f]+>
(print (get (get rows 1) 0) (to-list (deref rows)) (to-list (deref (ptr+ rows 1))) (get-in (view rows 2) [1 2]))
; expect: 4.0 (1.0 2.0 3.0) (4.0 5.0 6.0) 6.0
(set! (get (get rows 0) 0) 100)
(print (sum-rows rows 2) (sum-rows [[1 2 3] [4 5 6]] 2) (sum-rows [[1 2 3]]) (get (get (.rows g) 0) 0))
; expect: 120.0 21.0 6.0 100.0
(print (failure (count rows)))
; expect: The number of elements of a `double (*)[3]` is not known.

; Function pointers as fields, results and parameters can be called, and take functions of either language.
(define o (operations))
(print ((.combine o) 20 22) ((operation "multiply") 6 7) (operation "divide") ((choose (.combine o) nil 1) 1 2))
; expect: 42 42 nil 3
(set! (.combine o) (fn [a b] (- a b)))
(print ((.combine o) 5 3) (combine o 5 3))
; expect: 2 2
(set! (.combine o) (operation "add"))
(print (combine o 5 3) (combine {:combine (operation "multiply")} 5 3) (map (.combine o) [1 2] [10 20]))
; expect: 8 15 [11 22]
(print (.x ((.make o) 1 2)) (.y (made-by (.make o) 4)) (.y (made-by (fn [x y] {:x x :y (* 2 y)}) 4)))
; expect: 1 4.5 9.0
(define seen [])
((.each o) (fn [item data] (push! seen item)) nil)
(print seen ((.variadic o) "four" 1 2.0 "three"))
; expect: [1 2 3] 4
(print (failure ((.combine o) 1)))
; expect: `C function` takes 2 arguments, but 1 came.
(print (failure (set! (.make o) (operation "add"))))
; expect: Field `make` of `struct operations` is `struct pair (*)(int, double)`, but a `int (*)(int, int)` came.

; Flexible array members: C's by a count, Lisp's own as long as their memory.
(define f (make-flexible 3))
(print (.count f) (get (.items f) 2) (to-list (view (.items f) (.count f))))
; expect: 3 3 (1 2 3)
(set! (get (.items f) 0) 10)
(print (sum-flexible f))
; expect: 15
(free f)
(define own (make-struct "struct flexible" :count 2 :items [30 40]))
(print (sum-flexible own) (count (.items own)) (sizeof "struct flexible"))
; expect: 70 2 8
(set! (.items own) [3])
(print (to-list (.items own)) (to-list (.items (make-struct "struct flexible" {:count 1 :items [5]}))))
; expect: (3 0) (5)
(print (failure (set! (.items own) [1 2 3])))
; expect: Field `items` of `struct flexible` is `int[]`, but 3 items came for its 2.
(print (failure (get (.items own) 2)))
; expect: Index 2 is outside `int[2]`, which has 2 elements.
(print (sum-flexible (cast "struct flexible *" (make-array :long [1 7]))))
; expect: 7

; Anonymous members, self-reference, opaque types.
(define second (node-of 2 77))
(define first-node (make-struct "struct node" {:kind 1 :re 1.5 :im -2 :next second}))
(print (count-nodes first-node) (.im first-node) (.number (.next first-node)) (.re (deref (.next first-node))))
; expect: 2 -2.0 77 1.0789998175301091e-43
(set! (.hidden first-node) (hide 5))
(print (unhide (.hidden first-node)) (null? (.next second)))
; expect: 5 #t
(print (failure (unhide second)))
; expect: Argument 1 of `unhide`, `h`, is `const struct hidden *`, but a `struct node` came.

; Scalars by other names and widths.
(print (next-port 79) (failure (next-port 65536)))
; expect: 80 Argument 1 of `next_port`, `port`, is `constant_port`, but 65536 is out of its range, 0 to 65535.
(print (same-unsigned MOST) (same-signed LEAST) (same-wide FAR) (same-wide BELOW) (enum-name "enum wide_level" FAR))
; expect: 4000000000 -2147483648 1099511627776 -1 FAR
(print (next-wide #\a) (next-16 65535) (next-32 #\λ))
; expect: 98 0 956
(print (conjugate-float [1.5 2]) (multiply [0 1] [0 1]) (multiply 2 [1 1]) (same-long-complex [(cast "long double" "0.1") 2]))
; expect: [1.5 -2.0] [-1.0 0.0] [2.0 2.0] [#<long double 0.1> 2.0]

; For `...`.
(print (sum-mixed 2 1 0.5 (as-c :char 2) (as-c :float 0.25)))
; expect: 3.75
(print (sum-pairs 2 (as-c "struct pair" {:x 1 :y 2}) (as-c "struct pair" ((.make o) 3 4))))
; expect: 10.0

; Texts of wide characters, both ways; and an array's count, filled in for C arrays as for vectors.
(print (count-wide "λ🙂") (count-16 "λ🙂") (count-wide "") (c-string (wide-text)) (c-string (text-16)))
; expect: 2 3 0 wide λ🙂 sixteen 🙂
(print (c-string (make-array "char16_t" [72 105 0 33])) (failure (count-wide "a\0b")))
; expect: Hi Argument 1 of `count_wide`, `text`, is `const wchar_t *`, but a text with a NUL in it came, where C would see its end.
(define-c-struct Named (name (:array "wchar_t" 4)))
(print (c-string (.name (make-struct Named "λ🙂!"))) (failure (make-struct Named "fives")))
; expect: λ🙂! The initial value is `struct Named`, but a text of 20 bytes does not fit.
(print (sum-ints (make-array :int [1 2 3])) (sum-ints (view (make-array :int [1 2 3]) 2)) (sum-ints [4 5]))
; expect: 6 3 9
