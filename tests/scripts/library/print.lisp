; print is for people, write reads back.
(print "a" 1 #\b :k [1 "x"] nil #t)
; expect: a 1 b :k [1 x] nil #t
(write "a\n" 1 #\b :k [1 "x"] nil)
; expect: "a\n" 1 #\b :k [1 "x"] nil
(do (display "no" "end") (newline))
; expect: no end
(print)
; expect:
(print (write-to-string "q\"" [#\a]))
; expect: "q\"" [#\a]
(fprint stdout "to" "stdout")
; expect: to stdout
(write-string stdout "raw\n")
; expect: raw
(write-line stdout "line")
; expect: line
(fprintf stdout "~a~n" 5)
; expect: 5
