; Files, JSON and regular expressions: texts larger than memory.
; shell: truncate -s 2G zeroes
; shell: ulimit -v 450000; exec elle here/texts.heavy.lisp
(defmacro (refused &rest body) `(print (try ,@body (catch e (error-kind e)))))
(refused (read-file "zeroes"))
; expect: :memory
(refused (read-bytes "zeroes"))
; expect: :memory
(define text (string-repeat "a, " 15000000))
(refused (json-write (map (fn [i] text) (range 10))))
; expect: :memory
(refused (json-parse (str "[\"" text "\", \"" text "\", \"" text text "\"]")))
; expect: :memory
(refused (regex-find-all "a" text))
; expect: :memory
(refused (regex-replace "a" text "0123456789"))
; expect: :memory
(refused (string->bytes (str text text text) :utf-32))
; expect: :memory
(print (count (json-parse "[1, 2, 3]")) (json-write [1 2 3]))
; expect: 3 [1,2,3]
