; -> and ->> pass a value through forms.
(print (-> 5 (- 1) (* 2)) (-> "a" upper-case (str "b")) (-> 3) (->> [1 2 3] (map inc) (reduce +)) (->> 5 (- 1)))
; expect: 8 Ab 3 9 -4
