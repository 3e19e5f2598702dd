; Lines of standard input.
; stdin: first line
; stdin: zweite Zeile é
; stdin: third
; stdin: rest 1
; stdin: rest 2
(print (read-line))
; expect: first line
(print (read-line stdin))
; expect: zweite Zeile é
(do (display "prompt? ") (print (read-line)))
; expect: prompt? third
(write (read-all))
; expect: "rest 1\nrest 2\n"
(write (read-line))
; expect: nil
