; Global variables are read where they are mentioned and written by set!; what is const stays as it is.
(load-header-with-lib "here/variables.h" "fixtures/libvariables.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

; Scalars and pointers: C sees what was written, and Lisp what C wrote.
(set! counter (+ counter 1))
(print counter (read-counter))
; expect: 6 6
(set! level LOW)
(set! huge (expt 2 100))
(set! impedance [3 -4])
(set! precise (cast "long double" "0.3"))
(set! flag 0)
(print level huge impedance precise flag)
; expect: -3 1267650600228229401496703205376 [3.0 -4.0] #<long double 0.3> 0
(set! current nil)
(print current)
(set! current (cast "struct place *" origin))
(set! (.x current) 11)
(print (.x origin))
; expect: nil
; expect: 11
(print (failure (set! counter "six")))
; expect: The variable `counter` is `int`, but "six" is not an integer.
(print (failure (set! small 256)))
; expect: The variable `small` is `unsigned char`, but 256 is out of its range, 0 to 255.
(print (failure (set! title "new")))
; expect: The variable `title` is `const char *`, but a Lisp string cannot be stored in C memory, because nothing would keep it alive there.
(set! title (c-copy "new"))
(print title)
; expect: new

; A function pointer takes a Lisp function, and can be called as it is.
(print (hook 20 22) (run-hook 1 2))
; expect: 42 3
(set! hook (fn [a b] (* a b)))
(print (hook 20 22) (run-hook 3 4))
; expect: 440 12

; Structs and arrays are views of C's memory, or are written as a whole.
(set! (.y origin) 0.5)
(set! (get (.digits (.tag origin)) 1) 20)
(print (.y current) (struct-get current 'tag 'digits 1))
; expect: 0.5 20
(set! origin {:x 4 :tag {:text "whole"}})
(print (.x origin) (.y origin) (c-string (.text (.tag origin))))
; expect: 4 0.0 whole
(set! (get (get matrix 1) 2) 60)
(print (read-matrix 1 2) (get-in matrix [0 1]))
; expect: 60.0 2.0
(set! label "new text")
(print (read-label) (c-string label))
; expect: new text new text
; An array whose length the header does not say is a pointer to its first element.
(set! (get table 1) 80)
(print (to-list (view table 3)))
; expect: (7 80 9)
(print (failure (set! table [1 2])))
; expect: The variable `table` is `int[]`, but how many elements it has is not known.

; const is respected, all the way down.
(print limit (.x fixed) (.x (get fixed_row 1)) (to-list primes) (.x home))
; expect: 10 3 2 (2 3 5) 4
(print (failure (set! limit 11)))
; expect: The variable `limit` is `const int`, but it is const and cannot be written.
(print (failure (set! (.x fixed) 1)))
; expect: Field `x` of `const struct place` is `int`, but it is const and cannot be written.
(print (failure (set! (get (.digits (.tag fixed)) 0) 1)))
; expect: Element 0 is `const int`, but it is const and cannot be written.
(print (failure (set! (.x (get fixed_row 1)) 1)))
; expect: Field `x` of `const struct place` is `int`, but it is const and cannot be written.
(print (failure (set! (get primes 0) 1)))
; expect: Element 0 is `const int`, but it is const and cannot be written.
(print (failure (set! primes [1 2 3])))
; expect: The variable `primes` is `const int[3]`, but it is const and cannot be written.
(print (failure (set! home nil)))
; expect: The variable `home` is `struct place *const`, but it is const and cannot be written.
(set! (.x home) 12)
(print (.x origin))
; expect: 12
(print (failure (set! HIGH 1)) (failure (set! read-counter 1)))
; expect: `HIGH` is a C header's constant and cannot be assigned. `read-counter` is a C header's function and cannot be assigned.

; A thread-local variable is the calling thread's.
(set! of_thread 70)
(print of_thread (read-of-thread) (of-another-thread))
; expect: 70 70 7

; A symbol may be called otherwise than in C.
(set! renamed (* 10 renamed))
(print renamed (renamed-function 1))
; expect: 80 2
(print (failure missing))
; expect match: `missing` is declared at .*variables.h:[0-9]+, but fixtures/libvariables.so does not export it.
(set! weak_and_there 6)
(print weak_and_there (weak_function 1))
; expect: 6 7
(print (failure (set! weak_and_missing 1)))
; expect match: `weak_and_missing` is declared at .*variables.h:[0-9]+, but fixtures/libvariables.so does not export it.
(print (failure (missing-function)))
; expect match: `missing_function` is declared at .*variables.h:[0-9]+, but fixtures/libvariables.so does not export it.
