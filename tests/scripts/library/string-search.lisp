; Finding, splitting, joining, replacing.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (contains? "hello" "ell") (contains? "hello" #\z) (index-of "héllo" "l") (index-of "héllo" #\o) (index-of "abc" "x"))
; expect: #t #f 2 4 nil
(print (index-of "abcabc" "c" 3) (last-index-of "abcabc" "b") (starts-with? "abc" "ab") (ends-with? "abc" #\c))
; expect: 5 4 #t #t
(write (split "a,b,,c" ",") (split "  two  words ") (split "a-b-c" "-" 2) (split "" ",") (split "abc" "x"))
; expect: ("a" "b" "" "c") ("two" "words") ("a" "b-c") ("") ("abc")
(write (lines "one\ntwo\r\n\nfour\n") (lines ""))
; expect: ("one" "two" "" "four") nil
(print (join ["a" 1 :k] ", ") (join '("x" "y")) (join [] "-"))
; expect: a, 1, :k xy 
(print (replace "a.b.c" "." "::") (replace-first "aaa" "a" "b") (replace "abc" "x" "y"))
; expect: a::b::c baa abc
(print (message-of (split "abc" "")))
; expect: Argument 2 of `split` is "", but a separator that is not empty is expected.
(print (message-of (replace "abc" "" "x")))
; expect: Argument 2 of `replace` is "", but a text that is not empty is expected.
