; Names of headers: functions in both spellings, constants and types as C spells them, and never one of the language's.
(load-header-with-lib "here/names.h" "fixtures/libnames.so" :as 'names)
(defmacro (failure form) `(try (eval ',form) (catch e (list (regex-replace "/\\S*here/" (error-message e) "here/") (error-next-step e)))))

(print (NAME_CreateThing 1) (name-create-thing 2) (name-create-thing! 3) (name_lower_case) (name-lower-case))
; expect: 8 9 10 1 1
(print NAME_LIMIT NAME_RATIO NAME_TEXT NAME_FLAG NAME_WIDEST NAME_FIRST NAME_SECOND)
; expect: 12 0.25 text 2147483648 18446744073709551615 3 4
(print (sizeof NAME_Thing) name_counter)
; expect: 4 7
(print (c/print 5) (names/print 6) (count [1 2 3]) (names/count 3))
; expect: 1005 1006 3 2003
(print (names/name-create-thing 1) c/NAME_LIMIT)
; expect: 8 12

; A name of the script's own goes first.
(define NAME_LIMIT 99)
(print NAME_LIMIT c/NAME_LIMIT)
; expect: 99 12

; What is not there is looked for in the spelling that was used.
(print (failure (name-create-thin 1)))
; expect: (Nothing is called `name-create-thin`. Did you mean `name-create-thing`, `name-create-thing!` or `NAME_CreateThing`?)
(print (failure (NAME_CreateThin 1)))
; expect: (Nothing is called `NAME_CreateThin`. Did you mean `NAME_CreateThing`, `name-create-thing` or `name-create-thing!`?)
(print (failure NAME_LIMITS))
; expect: (Nothing is called `NAME_LIMITS`. Did you mean `NAME_LIMIT`, `NAME_LIST` or `c/NAME_LIMIT`?)
(print (failure (names/name-creat-thing 1)))
; expect: (Nothing is called `names/name-creat-thing`. Did you mean `names/name-create-thing` or `name-create-thing`?)
(print (failure (others/name-create-thing 1)))
; expect: (Nothing is called `others/name-create-thing`. Did you mean `names/name-create-thing`, `name-create-thing` or `name-create-thing!`?)

; What is there and cannot be used says why.
(print (failure NAME_EMPTY))
; expect: (The macro `NAME_EMPTY` of here/names.h:9 is empty: it has no value. nil)
(print (failure NAME_LIST))
; expect: (The macro `NAME_LIST` of here/names.h:10 has no value: it is a list, not one expression. nil)
(print (failure (name-missing 1)))
; expect: (`name_missing` is declared at here/names.h:24, but fixtures/libnames.so does not export it. It may need another library, or a newer one than is installed; load that one with (load-library "…").)
(print (failure name_missing_variable))
; expect: (`name_missing_variable` is declared at here/names.h:25, but fixtures/libnames.so does not export it. It may need another library, or a newer one than is installed; load that one with (load-library "…").)
(print (failure (make-struct NAME_Hidden)))
; expect: (The members of `struct NAME_Hidden` are not known: it is declared but never defined. Use it through pointers only, or load the header that defines it.)
(print (failure (NAME_Thing 1)))
; expect: (#<C type NAME_Thing> is called, but it is not a function. The first item of a list is the function; quote the list to get it as data.)
(print (failure (get-library-function nil "name_nothing")))
; expect: (The program has no symbol `name_nothing`. nil)
(print (failure (get-library-function "fixtures/libnames.so" "name_lower_cas")))
; expect: (The library fixtures/libnames.so has no symbol `name_lower_cas`. Did you mean `name_lower_case`?)
(print (failure (ffi-call "fixtures/libnames.so" "name_nothing" () :int)))
; expect: (The library fixtures/libnames.so has no symbol `name_nothing`. nil)
(print ((get-library-function (load-library "fixtures/libnames.so" :header "here/names.h") "print") 1))
; expect: 1001
(print (ffi-call "fixtures/libnames.so" (get-library-function "fixtures/libnames.so" "count") (:int) :int 1))
; expect: 2001
