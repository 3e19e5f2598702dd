; time prints how long its body took and returns its value.
(print (time (+ 1 2)))
; expect match: [0-9]+\.[0-9]{3} ms
; expect: 3
