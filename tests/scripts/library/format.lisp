; format, printf and fprintf.
(print (format "~a ~s ~a" "x" "x" [1 "y"]))
; expect: x "x" [1 y]
(print (format "~d ~x ~o ~b ~d" 255 255 255 5 (expt 2 70)))
; expect: 255 ff 377 101 1180591620717411303424
(print (format "~f ~,2f ~,0f ~f ~e ~,2e" 3.14159 3.14159 2.5 2 12345.678 0.00012))
; expect: 3.14159 3.14 2 2.0 1.234568e+04 1.20e-04
(print (format "[~6d] [~6,'0d] [~6,'0d] [~8,2f] [~6a] [~6s] [~3d]" 42 42 -42 3.14159 "ab" "ab" 123456))
; expect: [    42] [000042] [-00042] [    3.14] [ab    ] ["ab"  ] [123456]
(print (format "~c~c ~~ ~{~a~} ~{<~a>~}" #\a #\é [1 2] '(x y)))
; expect: aé ~ 12 <x><y>
(print (format "~{~a~^, ~}" [1 2 3]) (format "~{~a=~a~^ ~}" [:a 1 :b 2]) (format "~{~{~a~}~^;~}" [[1 2] [3]]))
; expect: 1, 2, 3 :a=1 :b=2 12;3
(print (format "one~%two~nthree"))
; expect: one
; expect: two
; expect: three
(printf "~a items~n" 3)
; expect: 3 items
(print (format "日本 [~4a] ~a" "語" "é"))
; expect: 日本 [語  ] é
