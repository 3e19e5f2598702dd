; What C was given stays alive until it returns, however deep in an argument it stood, and whatever a callback does to
; that argument meanwhile.
(load-header-with-lib "here/holding.h" "fixtures/libholding.so")

; Made anew, so that nothing but the argument has it; and enough of the same size that its memory is used again.
(define (fresh text) (str text "-" text "-" text "-long-enough-to-be-on-the-heap"))
(define (churn)
  (collect-garbage)
  (define used (vector))
  (dotimes [i 2000] (push! used (fresh "zz")))
  (collect-garbage))
(define (letters n) (if (= n 0) "" (str (letters (quotient n 256)) (string (integer->char (modulo n 256))))))

; A string in a map, as a struct that C reads.
(define one {:name (fresh "a") :size 1})
(print (letters (read-struct one (fn [] (set! (get one :name) nil) (churn)))))
; expect: a

; Strings in maps in a vector, and in a list, and in vectors in a vector.
(define all [{:name (fresh "b")} {:name (fresh "c")}])
(print (letters (read-structs all 2 (fn [] (for-each (fn [m] (set! (get m :name) nil)) all) (set! (get all 0) nil) (churn)))))
; expect: bc
(define rows (list (vector (fresh "d") 1) (vector (fresh "e") 2)))
(print (letters (read-structs rows 2 (fn [] (for-each (fn [row] (set! (get row 0) nil)) rows) (churn)))))
; expect: de

; Strings and bytes in a vector.
(define texts [(fresh "f") (fresh "g")])
(print (letters (read-texts texts 2 (fn [] (set! (get texts 0) nil) (set! (get texts 1) nil) (churn)))))
; expect: fg
(define (fresh-bytes c) (string->bytes (fresh (string c))))
(define data (vector (fresh-bytes #\h) (fresh-bytes #\i)))
(print (letters (read-blocks data 2 (fn [] (set! (get data 0) nil) (set! (get data 1) nil) (churn)))))
; expect: hi

; A struct keeps its strings, and C a copy of the struct: the string that the copy has outlives the field's change.
(define kept (make-struct "struct holder" {:name (fresh "j") :size 1}))
(print (letters (read-copy kept (fn [] (set! (.name kept) (fresh "x")) (churn)))))
; expect: j
; The same through a pointer, which C has followed before.
(set! (.name kept) (fresh "k"))
(print (letters (read-kept kept (fn [] (set! (.name kept) (fresh "x")) (churn)))))
; expect: k
(set! (.name kept) (fresh "l"))
(print (letters (read-variadic (fn [] (set! (.name kept) (fresh "x")) (churn)) 1 kept)))
; expect: l
(define pair (vector kept kept))
(set! (.name kept) (fresh "m"))
(print (letters (read-structs pair 2 (fn [] (set! (get pair 0) nil) (set! (.name kept) nil) (churn)))))
; expect: mm

; Nothing is kept for ever: what was held is given back.
(define before (collect-garbage))
(dotimes [i 300] (read-texts [(string-repeat "n" 100000)] 1 (fn [] nil)))
(print (< (- (collect-garbage) before) 1000000))
; expect: #t

; Nor for as long as C runs, which may be a main loop: of what a callback replaces, what C found is kept and the latest.
(define grown nil)
(set! (.name kept) (fresh "o"))
(print (letters (read-kept kept (fn []
  (define before (collect-garbage))
  (dotimes [i 300] (set! (.name kept) (str (string-repeat "p" 100000) i)))
  (set! grown (- (collect-garbage) before))
  (churn)))))
; expect: o
(print (< grown 2000000) (starts-with? (.name kept) "ppp"))
; expect: #t #t
