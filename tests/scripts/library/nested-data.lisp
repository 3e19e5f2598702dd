; Paths into nested maps and vectors.
(define data {:user {:name "Ada" :langs ["c" "lisp"]}})
(print (get-in data [:user :name]) (get-in data [:user :langs 1]) (get-in data [:x :y] "none"))
; expect: Ada lisp none
(print (assoc-in data [:user :name] "Eve") (assoc-in {} [:a :b] 1))
; expect: {:user {:name Eve :langs [c lisp]}} {:a {:b 1}}
(print (update-in data [:user :langs] count) (get-in data [:user :name]))
; expect: {:user {:name Ada :langs 2}} Ada
(put-in! data [:user :age] 36)
(put-in! data [:new :deep] #t)
(print data)
; expect: {:user {:name Ada :langs [c lisp] :age 36} :new {:deep #t}}
(print (update! data :count (fn [n] (inc (or n 0)))) (get data :count))
; expect: 1 1
