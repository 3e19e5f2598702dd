; A field that is a struct, union or array is a view of its owner: written through, and keeping the owner alive.
(load-header-with-lib "here/structs.h" "fixtures/libstructs.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

(define s (make-struct box))
(set! (.x (.inner s)) 1)
(set! (.y (.inner s)) 0.5)
(set! (get (.items s) 2) 7)
(set! (.g (get (.colors s) 1)) 200)
(set! (.deep s) 11)
(set! (.either s) 12)
(print (struct-get s 'inner 'x) (struct-get s 'inner 'y) (struct-get s 'items 2) (struct-get s 'colors 1 'g))
; expect: 1 0.5 7 200
(print (.deep s) (.either s) (sum-items s))
; expect: 11 12 7
(struct-set! s 'inner 'x 21)
(struct-set! s 'items 3 22)
(print (.x (.inner s)) (sum-items s))
; expect: 21 29
(fill-items s 100)
(print (get (.items s) 0) (get (.items s) 3) (count (.items s)) (count s) (count (.colors s)))
; expect: 100 103 4 9 2

; Whole members are copied in.
(set! (.inner s) (make-point 8 9))
(set! (.items s) [1 2 3])
(set! (.name s) "box")
(print (.x (.inner s)) (sum-items s) (c-string (.name s)))
; expect: 8 6 box
(print (failure (set! (.name s) "much too long")))
; expect: Field `name` of `struct box` is `char[8]`, but a text of 13 bytes does not fit.
(print (failure (set! (.items s) [1 2 3 4 5])))
; expect: Field `items` of `struct box` is `int[4]`, but 5 items came for its 4.
(print (failure (get (.items s) 4)) (failure (get (.items s) -1)))
; expect: Index 4 is outside `int[4]`, which has 4 elements. Index -1 is outside `int[4]`, which has 4 elements.
(print (get (.items s) 9 :none) (get s 'nothing :none))
; expect: :none :none

; Views keep what they look at alive.
(define (item-view)
  (let [owner (make-struct box)]
    (fill-items owner 5)
    (.items owner)))
(define items (item-view))
(define inner (.inner (make-struct box {:inner [3 4]})))
(collect-garbage)
(dotimes [i 1000] (make-struct box))
(collect-garbage)
(print (get items 0) (get items 3) (.x inner) (.y inner))
; expect: 5 8 3 4.0

; So do fields that point to Lisp strings and to other structs.
(define head (make-struct box))
(set! (.label head) (str "la" "bel"))
(set! (.next head) (make-struct box {:label (str "second " 2)}))
(collect-garbage)
(dotimes [i 1000] (str "garbage " i))
(collect-garbage)
(print (.label head) (.label (.next head)) (chain-length head))
; expect: label second 2 2
(set! (.label head) nil)
(print (.label head) (.next (.next head)))
; expect: nil nil

; A copy keeps what its fields refer to, too.
(define copies (make-array "struct box" 2))
(set! (get copies 0) (make-struct box {:label (str "copied " 1)}))
(collect-garbage)
(dotimes [i 1000] (str "garbage " i))
(print (.label (get copies 0)))
; expect: copied 1

; Function pointers in fields: C's as functions, Lisp's as callbacks.
(add-numbers s)
(print (run-combine s 20 3) ((c-function (.combine s)) 4 5))
; expect: 23 9
(set! (.combine s) (fn [a b] (* a b)))
(collect-garbage)
(print (run-combine s 20 3))
; expect: 60
(set! (.combine s) nil)
(print (null? (.combine s)))
; expect: #t

; A pointer made from C memory keeps it, and stays inside it.
(define tail (ptr+ (make-array :int [10 20 30 40]) 2))
(collect-garbage)
(print (get tail 0) (get tail 1) (count tail) (failure (get tail 2)))
; expect: 30 40 2 Index 2 is outside `int[2]`, which has 2 elements.
(print (failure (ptr+ tail 3)))
; expect: 12 bytes further is outside the memory, which has 8.
(define raw (cast :pointer (make-array :int [1 2 3])))
(collect-garbage)
(print (get (cast "int *" raw) 2))
; expect: 3
(print (failure (.x (cast "struct point *" (make-struct small)))))
; expect: The memory has 3 bytes, too few for a `struct point` of 16.
(print (= (.inner s) (.inner s)) (= (.inner s) (.items s)))
; expect: #t #f
