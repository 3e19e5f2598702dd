; c-fun defines a function of C without its header: by library, types of the parameters, with or without names.
(let libc (load-library "libc.so.6"))
(c-fun (strlen libc) :size_t (text :string))
(c-fun (labs "libc.so.6") :long :long)
(c-fun (getpid nil) :int)
(print (strlen "five!") (labs -5) (= (getpid) (getpid)) strlen)
; expect: 5 5 #t #<C function strlen>
(print (try (strlen 5) (catch e (error-message e))))
; expect: Argument 1 of `strlen` is `const char *`, but 5 came.
(print (try (eval '(c-fun (no_such_function libc) :int)) (catch e (error-kind e))))
; expect: :symbol
; A library's name may stand there as it is, where it is no variable.
(c-fun (toupper libm) :int :int)
(c-fun (strchr libc) :string :pointer :int)
(print (toupper 97) (strchr "elle" 108))
; expect: 65 lle
(print (try (eval '(c-fun (f no-such-library) :int)) (catch e (error-kind e))))
; expect: :library
