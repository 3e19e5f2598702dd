; JSON: exact integers, Unicode.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (json-parse "{\"a\": [1, -2.5e3, null, true, false], \"b\": {}}") (json-parse "{\"a\": {\"b\": 1}}" :keywords #t))
; expect: {a [1 -2500.0 nil #t #f] b {}} {:a {:b 1}}
(print (json-parse "123456789012345678901234567890") (json-parse " \"a\\u00e9\\ud83d\\ude00\\n\" ") (json-parse "18446744073709551615"))
; expect: 123456789012345678901234567890 aé😀
; expect:  18446744073709551615
(print (json-write {:a [1 2.5 nil #t "x\n\"é"] "b" '(1 2) 'c {}}) (json-write (expt 2 70)) (json-write "\u{1}/"))
; expect: {"a":[1,2.5,null,true,"x\n\"é"],"b":[1,2],"c":{}} 1180591620717411303424 "\u0001/"
(print (json-write [1 {:a 2}] :pretty #t))
; expect: [
; expect:   1,
; expect:   {
; expect:     "a": 2
; expect:   }
; expect: ]
(print (= {"k" [1 "two" {"three" nil}]} (json-parse (json-write {"k" [1 "two" {"three" nil}]}))))
; expect: #t
(print (message-of (json-parse "[1,")))
; expect: The JSON is wrong at line 1, column 4: Invalid value.
(print (message-of (json-parse "{\"a\": 1,\n  b: 2}")))
; expect: The JSON is wrong at line 2, column 3: Missing a name for object member.
(print (message-of (json-parse "[1] 2")))
; expect: The JSON is wrong at line 1, column 5: The document root must not be followed by other values.
(print (message-of (json-parse "")))
; expect: The JSON is wrong at line 1, column 1: The document is empty.
(print (message-of (json-parse "\"\\ud800\"")))
; expect: The JSON is wrong at line 1, column 2: The surrogate pair in string is invalid.
(print (message-of (json-parse (string-repeat "[" 2000))))
; expect: The JSON is wrong at line 1, column 2001: Invalid value.
(print (message-of (json-write first)))
; expect: #<function first> cannot be written as JSON.
(print (message-of (json-write {1 2})))
; expect: 1 cannot be a key in JSON.
(print (message-of (json-write nan)))
; expect: nan cannot be written as JSON.
