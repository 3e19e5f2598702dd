; Files, read and written as a whole or line by line.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(write-file "a.txt" "one\ntwo\n")
(append-file "a.txt" "three")
(write (read-file "a.txt") (file-size "a.txt"))
; expect: "one\ntwo\nthree" 13
(define f (open-file "a.txt" :mode :read))
(write (read-line f) (read-line f) (read-line f) (read-line f))
; expect: "one" "two" "three" nil
(close-file f)
(close-file f)
(print f (file? f))
; expect: #<file "a.txt" closed> #t
(print (message-of (read-line f)))
; expect: The file "a.txt" is closed.
(with [out (open-file "b.txt" :mode :write)]
  (write-string out "héllo")
  (print (message-of (read-line out))))
; expect: The file "b.txt" is open for writing.
(with [in (open-file "b.txt")]
  (print (read-all in))
  (print (message-of (write-string in "x"))))
; expect: héllo
; expect: The file "b.txt" is open for reading.
(with [out (open-file "b.txt" :mode :append)] (fprint out "!" 1))
(write (read-file "b.txt"))
; expect: "héllo! 1\n"
(write-bytes "c.bin" #u8(1 255 3))
(print (read-bytes "c.bin"))
; expect: #u8(1 255 3)
(with [in (open-file "c.bin")] (print (read-bytes in 2) (read-bytes in)))
; expect: #u8(1 255) #u8(3)
(print (message-of (read-file "c.bin")))
; expect: "c.bin" is not text in UTF-8: byte 1 is wrong.
(print (message-of (read-file "missing.txt")))
; expect: Cannot open "missing.txt": No such file or directory.
(print (message-of (open-file "a.txt" :mode :sideways)))
; expect: :sideways is not a mode of `open-file`.
(print (message-of (open-file "a.txt" :speed 3)))
; expect: Argument 2 of `open-file` is :speed, but one of the options :mode is expected.
(print (message-of (write-file "no/such/folder" "x")))
; expect: Cannot open "no/such/folder": No such file or directory.
(print (message-of (close-file 5)))
; expect: Argument 1 of `close-file` is 5, but an open file is expected.
