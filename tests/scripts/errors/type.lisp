; A value that is not of the type that C wants: what was expected, what came, and which argument of which function.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (assert (ffi-error? e))
          (assert (= (ffi-last-error) (error-message e)))
          (assert (= nil (with-ffi-safety-checks ,form)))
          (write (error-kind e) (error-data e)))))

(facts (add 1 "two"))
; expect: :type {:expected "int" :got "\"two\"" :argument 2 :parameter "right" :function "add"}
(facts (sum-of (make-array :int 2)))
; expect: :type {:expected "const struct point *" :got "int[2]" :argument 1 :parameter "point" :function "sum_of"}
(facts (length-of 5))
; expect: :type {:expected "const char *" :got "5" :argument 1 :parameter "text" :function "length_of"}
(facts (first-of [1 "two"] 2))
; expect: :type {:expected "const int" :got "\"two\"" :argument 1 :parameter "items" :function "first_of"}
(facts (call "no function" 1))
; expect: :type {:expected "visitor" :got "\"no function\"" :argument 1 :parameter "visit" :function "call"}
(facts (ffi-call nil "abs" (list :int) :int "x"))
; expect: :type {:expected "int" :got "\"x\"" :argument 1 :function "abs"}
(facts (set! (.x (make-struct point)) "wide"))
; expect: :type {:expected "int" :got "\"wide\""}
(facts (make-array :int [1 nil]))
; expect: :type {:expected "int" :got "nil"}
(facts (deref 5))
; expect: :type {:expected "C memory or a pointer" :got "5"}
(facts (free 5))
; expect: :type {:expected "C memory, a malloc'ed pointer or a callback" :got "5" :argument 1 :function "free"}
(facts (make-struct :int))
; expect: :type {:expected "a struct or union" :got "int"}
(facts (.z (make-struct point)))
; expect: :type {:struct-name "struct point" :field "z"}
(facts (set! add 5))
; expect: :type {:expected "a variable" :got "function" :symbol "add"}
(facts (call (fn [v] "text") 1))
; expect: :type {:expected "int" :got "\"text\""}
(facts (load-header-with-lib 5 nil))
; expect: :type {:expected "a string or a list of strings" :got "5" :argument :header}
; So are too many and too few arguments, of a kind of their own.
(facts (add 1))
; expect: :arity {:expected 2 :got 1 :function "add"}
