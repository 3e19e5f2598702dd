; with closes whichever way its body is left.
(define (resource name) {:name name :close (fn [self] (print "closed" (get self :name)))})
(print (with [a (resource "a") b (resource "b")] (print (get a :name) (get b :name)) "value"))
; expect: a b
; expect: closed b
; expect: closed a
; expect: value
(print (try (with [a (resource "c")] (error "inside")) (catch e (error-message e))))
; expect: closed c
; expect: inside
(print (try (with [a (resource "d") b (error "opening")] 1) (catch e (error-message e))))
; expect: closed d
; expect: opening
(print (with [nothing nil] 5))
; expect: 5
(with [f (open-file "x.txt" :mode :write)] (write-string f "text"))
(print (read-file "x.txt"))
; expect: text
