; Functions and variables that a header defines itself are compiled by the machine's C compiler and are then like any.
(load-header-with-lib "here/inline-functions.h" "fixtures/libinline-functions.so")
(define (error-of thunk) (try (thunk) (catch e (regex-replace "/\\S*here/" (error-message e) "here/"))))

(let [e (make-struct Extent :w 3)]
  (print (extent_is_empty e))
  (set! (.h e) 4)
  (print (extent-is-empty e) (extent_is_empty nil)))
; expect: 1
; expect: 0 1
(print (extent_grown (make-struct Extent :w 1 :h 2) 10))
; expect: #<Extent {:w 11 :h 12}>
(print (applied (fn [x] (* x x)) 9) (plain_inline 1) (whole_function 3))
; expect: 81 2 300
(print (calls_the_library 1))
; expect: 60
(print (add_two 1) (add_three 1))
; expect: 3 4
(print counter (counter_next) counter (.w unit_extent))
; expect: 7 8 8 1

; What cannot be compiled says why; all else is not touched by it.
(print (error-of (fn [] (calls_nobody 1))))
; expect: `calls_nobody` is defined at here/inline-functions.h:17 itself, but cannot be compiled: no library has `never_exported`.
(print (error-of (fn [] (declared_only 1))))
; expect: `declared_only` is defined at here/inline-functions.h:18 itself, but cannot be compiled: no library has `declared_only`.
(print (error-of (fn [] (extent_is_empty 5))))
; expect: Argument 1 of `extent_is_empty`, `e`, is `const Extent *`, but 5 came.
