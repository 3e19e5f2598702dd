; What can be written down.
(write 42 -7 0xff 0b1010 0o17 1_000_000 1.5 -2e3 #\a #\space #\newline "a\tb\u{e9}\x41" 'sym :key)
; expect: 42 -7 255 10 15 1000000 1.5 -2000.0 #\a #\space #\newline "a\tbéA" sym :key
(write [1 [2]] #(1 2) {:a 1 "b" [2]} #u8(1 255) '(a "b" #\c) nil #t #f true false '() (:pointer :int))
; expect: [1 [2]] [1 2] {:a 1 "b" [2]} #u8(1 255) (a "b" #\c) nil #t #f #t #f nil (:pointer :int)
(write #;(ignored) 1 #| also ignored |# 2) ; and this
; expect: 1 2
