; Deep data costs no stack: a library's thread that has 128 KiB of it compares, hashes, sorts and writes what is nested
; 100,000 deep.
(load-header-with-lib "here/small-stack.h" "fixtures/libsmall-stack.so")
(define (nest innermost) (reduce (fn [inner _] [(list inner)]) innermost (range 50000)))
(define a (nest 1))
(define b (nest 1))
(define c (nest 2))
(define results [])
(define (look number)
  (push! results (= a b))
  (push! results (= a c))
  (push! results (compare a c))
  (push! results (= (sort [c a]) [b c]))
  (push! results (get (map-of a "found") b))
  (push! results (count (str a)))
  (push! results (= (json-parse (json-write a)) (json-parse (json-write b))))
  (* number 6))
(print (call-on-small-stack look 131072))
; expect: 42
(print results)
; expect: [#t #f -1 #t found 200001 #t]
