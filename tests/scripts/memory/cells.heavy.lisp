; A list that grows until there is no memory, with what it is made of in the interpreter's own instructions: closures,
; vectors, maps, boxes.
; shell: ulimit -v 400000; exec elle here/cells.heavy.lisp
(defmacro (until-refused item)
  `(let [kept nil made 0]
     (try (while #t (set! kept (cons ,item kept)) (set! made (+ made 1)))
       (catch e
         (set! kept nil)
         (print (error-kind e) (> made 100000))))))
(until-refused 1)
; expect: :memory #t
(until-refused [1 2 3])
; expect: :memory #t
(until-refused {:a 1})
; expect: :memory #t
(until-refused (let ((n 1)) (fn [] (set! n (+ n 1)))))
; expect: :memory #t
(until-refused (str made " times"))
; expect: :memory #t
(until-refused (+ 18446744073709551615 made))
; expect: :memory #t
