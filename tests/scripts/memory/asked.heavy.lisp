; What a script asks for by its size is refused before anything happens, and the error says how much it was.
; shell: ulimit -v 600000; exec elle here/asked.heavy.lisp
(defmacro (refused &rest body)
  `(try ,@body (catch e (print (error-kind e) (error-message e)))))
(refused (make-bytes 1000000000000))
; expect: :memory There is no memory for 1,000,000,000,000 bytes.
(refused (make-bytes 4611686018427387904))
; expect: :memory There is no memory for 4,611,686,018,427,387,904 bytes.
(refused (make-vector 100000000))
; expect: :memory There is no memory for 1,600,000,000 bytes.
(refused (string-repeat "abc" 1000000000))
; expect: :memory There is no memory for 3,000,000,000 bytes.
(refused (string-repeat "abc" 9223372036854775807))
; expect: :memory There is no memory for 9,223,372,036,854,775,807 times 3 bytes.
(refused (pad-left "a" 1000000000))
; expect: :memory There is no memory for 1,000,000,000 bytes.
(refused (range 100000000))
; expect: :memory There is no memory for 4,800,000,000 bytes.
(refused (expt 7 300000000))
; expect: :memory There is no memory for 900,000,000 bytes.
(refused (shift-left 1 1000000000))
; expect: :memory There is no memory for 1,000,000,000 bytes.
(refused (memory->bytes (c-copy "text") 1000000000000))
; expect: :memory There is no memory for 1,000,000,000,000 bytes.
(refused (make-array :int 1000000000))
; expect: :memory There is no memory for 4,000,000,000 bytes.
(refused (out "char[2000000000]"))
; expect: :memory There is no memory for 2,000,000,000 bytes.
(define-c-struct Huge (bytes (:array :char 2000000000)))
(refused (make-struct Huge))
; expect: :memory There is no memory for 2,000,000,000 bytes.
(print (try (make-bytes 1000000000000) (catch e (error-next-step e))))
; expect: Work on less at a time, and set what is no longer needed to nil.
(print (count (make-bytes 1000)))
; expect: 1000
