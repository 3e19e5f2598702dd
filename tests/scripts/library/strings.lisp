; Strings are immutable text of Unicode characters.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (str "a" 1 :k nil #\c [1 "x"]) (string-length "héllo") (count "日本") (substring "héllo" 1 3) (substring "abc" 2))
; expect: a1:kc[1 x] 5 2 él c
(print (upper-case "straße é") (lower-case "ÀÉ") (capitalize "élan") (fold-case "Straße"))
; expect: STRAẞE É àé Élan strasse
(write (trim "  a b \n") (trim-start "  a ") (trim-end " a  ") (trim ""))
; expect: "a b" "a " " a" ""
(print (string-repeat "ab" 3) (concat "a" "b") (reverse "日本"))
; expect: ababab ab 本日
(write (pad-left "7" 3) (pad-right "7" 3) (pad-center "7" 4) (pad-left "7" 3 #\0) (pad-left "日本" 6) (pad-left "long" 2))
; expect: "  7" "7  " " 7  " "007" "  日本" "long"
(print (string->list "añ") (list->string '(#\a #\b)) (vec "ab") (string-map char-upper-case "abc"))
; expect: (a ñ) ab [a b] ABC
(print (= "abc" "abc") (eq? "a" 'a) (compare "a" "b") (string? "x") (empty? ""))
; expect: #t #f -1 #t #t
(print (string-width "日本 e\u{301}") (count "e\u{301}") (count (graphemes "e\u{301}x")) (count (normalize "e\u{301}")))
; expect: 6 2 2 1
(print (count (normalize "é" :nfd)) (normalize "ﬁ" :nfkc))
; expect: 2 fi
(print (message-of (substring "abc" 2 9)))
; expect: The substring from 2 to 9 is not within a string of 3 characters.
(print (message-of (upper-case 5)))
; expect: Argument 1 of `upper-case` is 5, but a string is expected.
(print (message-of (list->string [1])))
; expect: Argument 1 of `list->string` is [1], but a collection of characters is expected.
(print (message-of (normalize "a" :nf)))
; expect: Argument 2 of `normalize` is :nf, but a normal form (:nfc, :nfd, :nfkc or :nfkd) is expected.
