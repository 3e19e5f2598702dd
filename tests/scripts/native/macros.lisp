; Macros with parameters are called like functions, and those with a value only at run time have it at each mention.
(load-header-with-lib "here/macros.h" "fixtures/libmacros.so")
(define (error-of thunk) (try (thunk) (catch e (regex-replace "/\\S*here/" (error-message e) "here/"))))

; Folded: nothing is compiled.
(print (M_BUTTON 3) (M_CENTERED 1) (M_MAX 2 7) (M_MAX 2.5 1) (M_LAST 5) (M_LAST 5 6))
; expect: 4 805240833 7 2.5 2 3
(print (M_QUOTE 'word) (M_PASTE 'macro_ 'counter) (M_NUMBER (M_POINTER 7)) (m-twice 4) (m-button 1))
; expect: word 10 7 8 1

; Rewritten to calls: what is passed is converted for the function that is called, so a Lisp function is a callback.
(print (m_twice 4) (m_four_times 4) (m_alias 5) (m_visit (fn [x data] (+ x 1)) nil))
; expect: 8 16 10 21
(print M_TYPE M_TEXT M_COUNTER macro_errno_value (deref M_COUNTER_PLACE))
; expect: 42 said 10 10 10
(poke! M_COUNTER_PLACE 11)
(print M_COUNTER macro_errno_value M_RANDOM)
; expect: 11 11 12
(poke! M_COUNTER_PLACE 12)
(print M_RANDOM)
; expect: 13

; Compiled for the types at hand.
(let [node (make-struct Node :value 1 :flags 2)
      next (make-struct Node :value 5)]
  (print (M_IS_SET node))
  (M_SET node 33)
  (set! (.next node) next)
  (print (.value node) (M_IS_SET node) (M_NEXT node))
  (print (.value (M_COPY node)) (M_IS_NODE node) (M_IS_NODE 5) (M_VALUE_OF node)))
; expect: 0
; expect match: 33 1 #<Node \* 0x[0-9a-f]+>
; expect: 33 1 0 33
(print (M_SUM 1 2) (M_SUM 1.5 2) (M_CLAMPED -1.5) (M_CLAMPED 1.5) (M_FIRST "text"))
; expect: 1.5 1.75 0.0 1.5 <text>
(print (M_OFFSET Node 'name) (M_OFFSET 'Node 'next) (c/offsetof Node 'value))
; expect: 16 8 0

; A macro may want the struct or array itself, and is never given a copy to change.
(let [node (make-struct Node :value 1 :flags 2)]
  (M_CLEAR node)
  (print (.value node) (.flags node) (M_SIZE (make-array :int 5)) (M_SIZE (.name node))))
; expect: 0 0 5 8
(print (error-of (fn [] (M_INCREMENT (as-c :long 1)))))
; expect match: The macro `M_INCREMENT` of here/macros\.h:\d+ cannot be used with \(long\): address of register variable .* requested\.

; A struct of the script's own is as good as a header's.
(define-c-struct Own (value :int) (flags :unsigned))
(let [own (make-struct Own :value 3 :flags 4)] (print (M_IS_SET own) (M_VALUE_OF own)))
; expect: 1 3

; What cannot be says why.
(print (error-of (fn [] (M_BROKEN 1))))
; expect match: The macro `M_BROKEN` of here/macros\.h:\d+ cannot be used with \(int\): .nothing_like_this. undeclared.*
(print (error-of (fn [] (M_MAX 1))) (error-of (fn [] (M_LAST))))
; expect: The macro `M_MAX` takes 2 arguments, but 1 came. 2
(print (error-of (fn [] (M_IS_SET print))))
; expect: #<function print> cannot be given to the macro `M_IS_SET`.
(print (error-of (fn [] (macro_visit m_twice nil 0))))
; expect: Argument 1 of `macro_visit`, `visit`, is `Visit`, but the macro `m_twice` came.
(print M_IS_SET)
; expect: #<C function M_IS_SET>
