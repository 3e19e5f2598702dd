; A va_list is a vector or a list of values; C's own is read with va-arg, and so is what a variadic callback gets.
(load-header-with-lib "here/va-list.h" "fixtures/libva-list.so")
(define text (make-bytes 100))
(print (format-text text 100 "%d %s %f %c %ld" (list 1 "a" 2.5 #\z 5000000000)) (c-string text))
; expect: 25 1 a 2.500000 z 5000000000
(print (format-text text 100 "%s %s %s %s %s %s %s %s" ["a" "b" "c" "d" "e" "f" "g" "h"]) (c-string text))
; expect: 15 a b c d e f g h
(print (format-text text 100 "plain" []) (format-text text 100 "%hhd %p" [(as-c :char 65) nil]) (c-string text))
; expect: 5 8 65 (nil)
(define pair (make-struct "struct pair" 0.5 3))
(print (sum-of-kinds "idLplbwd" [1 2.0 (as-c "long double" 0.25) (as-c "struct pair" pair) (as-c :long 3)
                                 (as-c "struct big" {:items [0 0 0 0 7]}) (as-c :int128 8) (as-c :float 0.125)]))
; expect: 22.875

; Variadic callbacks: with the fixed arguments alone, and with the rest.
(complain (fn [context message] (print context message)) nil)
; expect: nil %s has %d errors, %f%% of all, in %c
(complain (fn [context message rest]
            (print (va-arg rest :string) (va-arg rest :int) (va-arg rest :double) (va-arg rest :char)))
          nil)
; expect: a.c 3 0.5 120
(complain (fn [context message rest]
            (format-text text 100 message rest)
            (print (c-string text)))
          nil)
; expect: a.c has 3 errors, 0.500000% of all, in x
(define (all start first rest)
  (define (take &rest types) (map (fn [type] (va-arg rest type)) types))
  (print start first)
  (print (take :int :long :double "struct pair" :int :int :int :int :int))
  (print (take :double :double :double :double :double :double :double :float :double))
  (print (take "long double" "struct big" :int128 "struct pair" :string))
  {:items [1 2 3 4 41]})
(print (total-of all))
; expect: 1.5 #<struct pair {:x 2.5 :n 4}>
; expect: (1 2 3.0 #<struct pair {:x 2.5 :n 4}> 4 5 6 7 8)
; expect: (1.0 2.0 3.0 4.0 5.0 6.0 7.0 8.0 9.0)
; expect: (0.25 #<struct big {:items [1 2 3 4 5]}> 1267650600228229401496703205376 #<struct pair {:x 2.5 :n 4}> end)
; expect: 42

; A va_list that C made.
(log-both (fn [level format rest] (print level format (va-arg rest :int) (va-arg rest :string))) "two" 5 "six")
; expect: 1 two 5 six

(defmacro (complaint form) `(try ,form (catch e (list (error-message e) (error-next-step e)))))
(print (complaint (format-text text 100 "%d" ["a" {:b 1}])))
; expect: (Argument 4 of `format_text`, `arguments`, is `struct __va_list_tag *`, but its item 1 is {:b 1}, which cannot be passed for `...`. Pass numbers, strings, pointers, structs or nil; give the C type with (as-c "type" value).)
(print (complaint (format-text text 100 "%d" [(as-c :int "a")])))
; expect: (Argument 4 of `format_text`, `arguments`, is `struct __va_list_tag *`, but in its item 0, "a" is not an integer. nil)
(print (complaint (format-text text 100 "%d" 5)))
; expect: (Argument 4 of `format_text`, `arguments`, is `struct __va_list_tag *`, but 5 came. nil)
(print (complaint (va-arg 5 :int)))
; expect: (`va-arg` was given 5, but C memory or a pointer is expected. nil)
(print (complaint (va-arg (cast "int *" text) :int)))
; expect match: \(Argument 1 of `va-arg` is #<int \* 0x[0-9a-f]+>, but a va_list is expected\. nil\)
(print (complaint (va-arg (cast "struct __va_list_tag *" 16) :int)))
; expect: (There is no such memory: SIGSEGV at address 0x10 while reading a va_list. The pointer is wrong, or what it pointed to is gone.)
(print (complaint (complain (fn [a b c d] a) nil)))
; expect: (Argument 1 of `complain`, `report`, is `report`, but #<function> came. C calls (fn …) of here/va-list.lisp:58:29 with 2 arguments, but it takes 4. nil)
