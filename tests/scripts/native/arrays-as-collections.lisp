; A C array is a collection like any other; other C memory says why it is none.
(define numbers (make-array :int [3 1 2]))

(print (to-list numbers) (vec numbers) (sort numbers))
; expect: (3 1 2) [3 1 2] (1 2 3)
(print (map inc numbers) (reduce + 0 numbers) (reverse numbers) (index-of numbers 1))
; expect: (4 2 3) 6 (2 1 3) 1
(print (slice numbers 1) (take 2 numbers) (drop 2 numbers) (concat [0] numbers))
; expect: [1 2] [3 1] [2] [0 3 1 2]

; Numbers that were taken out are copies: the array goes on by itself.
(define copied (to-list numbers))
(set! (get numbers 0) 99)
(print copied (contains? numbers 99))
; expect: (3 1 2) #t

(load-header-with-lib "stdlib.h" nil)
(try (to-list (make-struct div_t)) (catch e (print (error-message e))))
(try (to-list (cast "int *" 4096)) (catch e (print (error-message e))))
; expect: A `div_t` is a struct, not an array.
; expect: The number of elements of a `int *` is not known.
