; Macros and templates.
(defmacro (swap! a b)
  (let [t (gensym)]
    `(let [,t ,a] (set! ,a ,b) (set! ,b ,t))))
(define x 1)
(define y 2)
(swap! x y)
(print x y)
; expect: 2 1
(defmacro my-if [test then else] `(cond (,test ,then) (else ,else)))
(print (my-if #f 1 2) `(1 ,(+ 1 1) ,@(list 3 4)) `[a ,x] `{:k ,y} `(a `(b ,(c ,x))))
; expect: 2 (1 2 3 4) [a 2] {:k 1} (a (quasiquote (b (unquote (c 2)))))
(print (macroexpand '(unless a b)) (macroexpand-1 '(when a b)))
; expect: (if a nil (do b)) (if a (do b) nil)
