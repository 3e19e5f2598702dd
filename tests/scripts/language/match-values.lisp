; match on literals, constants, names, expressions.
(define SDL_QUIT 256)
(define (kind event)
  (match event
    (SDL_QUIT "quit")
    (1 "one")
    ("s" "string")
    (#\c "character")
    (:k "keyword")
    ('sym "symbol")
    (nil "nil")
    (#t "true")
    (2.5 "double")
    ((? string? s) (str "other string " s))
    ((or 7 8) "seven or eight")
    ((and n (? integer?) (not 9)) (str "integer " n))
    (_ "anything")))
(print (map kind [256 1 "s" #\c :k 'sym nil #t 2.5 "t" 8 5 9 []]))
; expect: [quit one string character keyword symbol nil true double other string t seven or eight integer 5 anything anything]
(define expected 10)
(print (match 10 (,expected "as expected") (_ "not")) (match 11 (,(+ expected 1) "one more") (_ "not")))
; expect: as expected one more
(print (match 5 (n :when (> n 10) "big") (n :when (> n 3) "middle") (_ "small")))
; expect: middle
(print (match 5 (x (set! x 6) x)))
; expect: 6
