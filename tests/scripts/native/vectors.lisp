; Vectors and _Float128 by value, and what is aligned to more than 16 bytes: passed through C made for the signature.
(load-header-with-lib "here/vectors.h" "fixtures/libvectors.so")
(print (add [1 2 3 4] '(10 20 30 40)))
; expect: #<v4 [11.0 22.0 33.0 44.0]>
(print (add (add [1] [0 1]) origin) (get (swap [1 2]) 0) (count (swap [1 2])))
; expect: #<v4 [1.0 2.0 2.0 3.0]> 2.0 2
(print (scale [1 -2 3] -3) (dot "weighted" [1 1 1 1] [1 2 3 4] 0.5) (dot "plain" [1 1 1 1] [1 2 3 4] 0.5))
; expect: #<i4 [-3 6 -9 0]> 5.0 10.0
(define moved (move {:position [1 2 3 4] :kind 6} [1 1 1 1]))
(print moved (get (.position moved) 3))
; expect: #<struct body {:position [2.0 3.0 4.0 5.0] :kind 7}> 5.0
(set! (get (.position moved) 3) 50)
(set! (.position (move moved [0])) (add [1] [1]))
(print (.position (move moved [0])))
; expect: #<v4 [2.0 3.0 4.0 50.0]>
(print (turn {:inner [{:pair [1 2] :name "ab"} {:pair [3 4] :name "cd"}] :either {:whole 5}} 1 2 3 [0 0 0 8] 4 5 6 7))
; expect: #<struct mixed {:inner [{:pair […] :name "cd"} {:pair […] :name "ab"}] :either …}>
(print (grow 2 {:letter 65 :value 0.5} 1))
; expect: #<struct aligned {:letter 67 :value 1.5}>
(print (map (fn [i] (modulo (address-of (make-struct (c-type "struct aligned"))) 64)) (range 4))
       (modulo (address-of (grow 2 {:letter 65 :value 0.5} 1)) 64))
; expect: (0 0 0 0) 0
(define-c-struct Four (v v4))
(print (sum-all 2 (as-c "v4" [1 2]) (as-c "v4" [3 4])))
; expect: #<v4 [4.0 6.0 0.0 0.0]>
(set! (get origin 0) 9)
(print (get origin 0) (.v (make-struct Four [1 2 3 4])) (raise [1] (fn [x] (+ x 1))))
; expect: 9.0 #<v4 [1.0 2.0 3.0 4.0]> #<v4 [3.0 2.0 2.0 2.0]>
(print (if (= (may-call-wide) 1) (vec (add-wide [1 2 3 4] [5 6 7 8])) [6.0 8.0 10.0 12.0]))
; expect: [6.0 8.0 10.0 12.0]

(print (twice 1.5) (twice 9007199254740993) (one-third) (twice (one-third)))
; expect: 3.0 #<_Float128 18014398509481986> #<_Float128 0.3333333333333333333333333333333333> #<_Float128 0.6666666666666666666666666666666666>
(print (cast :double (one-third)) (twice (cast "_Float128" "0.1")) (power-of-two -16000) (power-of-two 80))
; expect: 0.3333333333333333 #<_Float128 0.2> #<_Float128 3.311840221945501571394728490835786e-4817> 1.2089258196146292e+24
(print (shift {:value (one-third) :low 1 :high -3} 0.5))
; expect: #<struct quad {:value 0.8333333333333333333333333333333333 :low 2 :high -4}>

(defmacro (complaint form) `(try ,form (catch e (list (error-message e) (error-next-step e)))))
(print (complaint (add [1 2 3 4 5] [1])))
; expect: (Argument 1 of `add`, `a`, is `v4`, but 5 items came for its 4. nil)
(print (complaint (add 5 [1])))
; expect: (Argument 1 of `add`, `a`, is `v4`, but 5 is not a vector or a list. nil)
(print (complaint (twice "five")))
; expect: (Argument 1 of `twice`, `x`, is `_Float128`, but "five" is not a number. nil)
(print (complaint (cast "_Float128" "five")))
; expect: (Argument 2 of `cast` is "five", but the text of a number is expected. nil)
; Called by C, a Lisp function takes and gives none of these.
(print (complaint (make-c-callback (fn [v] v) :args '(v4) :return v4)))
; expect: (The result of `v4 (v4)` cannot be passed: libffi does not know how to pass a `v4` by value. nil)
