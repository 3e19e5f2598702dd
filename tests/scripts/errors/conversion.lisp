; A value that suits its type and still cannot cross over: in which direction, and why.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (assert (ffi-error? e))
          (assert (= (ffi-last-error) (error-message e)))
          (assert (= nil (with-ffi-safety-checks ,form)))
          (write (error-kind e) (error-data e)))))

(facts (add 1 1099511627776))
; expect: :conversion {:direction :to-c :reason "1099511627776 is out of its range, -2147483648 to 2147483647" :argument 2 :parameter "right" :function "add"}
(facts (length-of "a\0b"))
; expect: :conversion {:direction :to-c :reason "a text with a NUL in it came, where C would see its end" :argument 1 :parameter "text" :function "length_of"}
(facts (set! limit 4))
; expect: :conversion {:direction :to-c :reason "it is const and cannot be written"}
(facts (set! (deref (cast "unsigned char *" (make-array :uchar 1))) -1))
; expect: :conversion {:direction :to-c :reason "-1 is negative"}
(facts (poke! (cast "char **" (address-of (make-array :pointer 1))) "kept by nobody"))
; expect: :conversion {:direction :to-c :reason "a Lisp string cannot be stored in C memory, because nothing would keep it alive there"}
(facts (make-array (:array :int 2) [[1 2 3]]))
; expect: :conversion {:direction :to-c :reason "3 items came for its 2"}
(facts (call (fn [v] 4294967296) 1))
; expect: :conversion {:direction :to-c :reason "4294967296 is out of its range, -2147483648 to 2147483647"}
(load-header-with-lib "stdio.h" nil)
(facts (snprintf nil 0 "%d" [1 2]))
; expect: :conversion {:direction :to-c :reason "[1 2], which cannot be passed for `...`" :argument 4 :function "snprintf"}
(facts (ffi-call nil "abs" () '(:struct (x (:array :char 2000000)))))
; expect: :conversion {:direction :from-c :reason "It is larger than a megabyte."}
(facts (ffi-call nil "abs" (list '(:struct (x (:array :char 2000000)))) :int nil))
; expect: :conversion {:direction :to-c :reason "It is larger than a megabyte."}
