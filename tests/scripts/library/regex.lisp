; Regular expressions.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (regex-matches? "^a+$" "aaa") (regex-matches? "b" "aaa") (regex-find "[0-9]+" "ab 12 3") (regex-find-all "[0-9]+" "ab 12 3"))
; expect: #t #f 12 (12 3)
(write (regex-match "(?<key>\\w+)=(\\w*)(x)?" "a é=1"))
; expect: {:text "é=1" :begin 2 :end 5 :groups ["é" "1" nil] :names {:key "é"}}
(print (get-in (regex-match "(?<key>\\w+)=(\\w*)" "a é=1") [:names :key]) (regex-match "z" "a"))
; expect: é nil
(print (get (regex-match "a" "aba" 1) :begin) (map (fn [m] (get m :begin)) (regex-match-all "é|b" "éaéb")))
; expect: 2 (0 2 3)
(print (regex-replace "(a)(b)?" "ab a" "<$2$1>") (regex-replace "(?<x>a)" "a" "${x}$$$0") (regex-replace "\\d" "a1b2" (fn [m] (str "[" (get m :text) "]"))))
; expect: <ba> <a> a$a a[1]b[2]
(write (regex-split ",\\s*" "a, b,c") (regex-split "" "abc") (regex-find-all "a*" "baac") (regex-replace "x*" "ab" "-"))
; expect: ("a" "b" "c") ("a" "b" "c") ("" "aa" "" "") "-a-b-"
(define word (regex "HELLO" :ignore-case #t))
(print word (regex? word) (regex-find word "say hello") (regex-find (regex "^b.c" :multi-line #t :dot-all #t) "a\nb\nc"))
; expect: #<regex "HELLO"> #t hello b
; expect: c
(print (regex-find (regex-quote "a.b") "axb a.b") (regex-quote "1+1"))
; expect: a.b 1\+1
(print (regex-find "\\p{Lu}" "éÉ") (regex-find "日" "今日"))
; expect: É 日
(print (message-of (regex "(a")))
; expect: The pattern "(a" is wrong at character 2: missing closing parenthesis.
(print (message-of (regex-find "a{2,1}" "x")))
; expect: The pattern "a{2,1}" is wrong at character 5: numbers out of order in {} quantifier.
(print (message-of (regex-replace "a" "a" "$1")))
; expect: The replacement "$1" refers to a group that the pattern does not have.
(print (message-of (regex-find 5 "x")))
; expect: Argument 1 of `regex-find` is 5, but a pattern (a string or a regex) is expected.
(print (message-of (regex "a" :fast #t)))
; expect: Argument 2 of `regex` is :fast, but one of the options :ignore-case, :multi-line, :dot-all is expected.
(print (string-length (regex-find "(?:a|b)*c" (str (string-repeat "ab" 200000) "c"))))
; expect: 400001
