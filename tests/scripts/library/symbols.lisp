; Symbols and keywords.
(print (symbol->string 'abc) (keyword->string :abc) (string->symbol "x y") (string->keyword "k") (name 'n) (name :n) (name "n"))
; expect: abc abc x y :k n n n
(print (symbol->keyword 'a) (keyword->symbol :a) (eq? 'a (string->symbol "a")) (eq? :a (string->keyword "a")) (eq? 'a :a))
; expect: :a a #t #t #f
(print (eq? (gensym) (gensym)) (symbol? (gensym "x")) (starts-with? (symbol->string (gensym "x")) "x"))
; expect: #f #t #t
