; Texts, arrays, out-parameters and variadic functions.
(load-header-with-lib ["here/texts-arrays.h" "stdio.h"] "fixtures/libtexts-arrays.so")
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

; const char * comes back as a string, NULL as nil, what is no UTF-8 as bytes, char * as a pointer.
(print (text-length "héllo") (text-length "") (text-length nil) (color-name 0) (color-name 1) (color-name 2))
; expect: 6 0 999 rouge é #u8(255 254) nil
(print (pointer? (color-buffer)) (c-string (color-buffer)) (c-string (color-buffer) 2))
; expect: #t green gr
(print (failure (text-length "a\0b")))
; expect: Argument 1 of `text_length`, `text`, is `const char *`, but a text with a NUL in it came, where C would see its end.
(print (failure (text-length 'symbol)))
; expect: Argument 1 of `text_length`, `text`, is `const char *`, but symbol came.
(print (failure (text-length 5)))
; expect: Argument 1 of `text_length`, `text`, is `const char *`, but 5 came.
; C may write into a copy, never into a Lisp string; bytes are written in place.
(define quiet "quiet")
(shout quiet)
(define loud (string->bytes "loud\0"))
(shout loud)
(define copy (c-copy "copied"))
(shout copy)
(print quiet (c-string loud) (c-string copy))
; expect: quiet LOUD COPIED
(free copy)

; Vectors and lists are arrays; a count that follows and is left out is filled in; what C writes is seen.
(print (sum-ints [1 2 3] 3) (sum-ints '(4 5 6)) (sum-ints [7 8]) (sum-ints #() ) (sum-ints nil 0) (mean-of [1 2 4.5]) (count-bytes #u8(1 2 1) 3 1))
; expect: 6 15 15 0 0 2.5 2
(print (total-length ["one" "three"]) (count-bytes "banana" 6 97))
; expect: 8 3
(define numbers [1 2 3])
(double-all numbers)
(print numbers)
; expect: [2 4 6]
(define array (make-array :int 3))
(set! (get array 1) 21)
(double-all array 3)
(print (get array 1) (sum-ints array 3))
; expect: 42 42
(print (failure (sum-ints [1 "2"])))
; expect: Argument 1 of `sum_ints`, `items`, is `const int *`, but in its item 1, "2" is not an integer.
(print (failure (sum-ints [1 2147483648])))
; expect: Argument 1 of `sum_ints`, `items`, is `const int *`, but in its item 1, 2147483648 is out of its range, -2147483648 to 2147483647.
(print (failure (sum-ints [1.5])))
; expect: Argument 1 of `sum_ints`, `items`, is `const int *`, but in its item 0, 1.5 is not an integer.
(print (failure (sum-ints "text" 2)))
; expect: Argument 1 of `sum_ints`, `items`, is `const int *`, but "text" came.
(print (failure (sum-ints (make-array :double 2) 2)))
; expect: Argument 1 of `sum_ints`, `items`, is `const int *`, but a `double[2]` came.

; Out-parameters.
(define tens (out :int))
(define ones (out :int 7))
(print (split-digits 42 tens ones) (deref tens) (deref ones) (split-digits 5 nil ones) (deref ones))
; expect: 42 4 2 5 5
(set! (deref tens) 9)
(print (deref tens))
; expect: 9
(define text (out "char *"))
(print (make-text text) (c-string (deref text)))
; expect: 9 made in C
(free (deref text))
(print (failure (split-digits 1 (out :double) nil)))
; expect: Argument 2 of `split_digits`, `tens`, is `int *`, but a `double` came.
(print (failure (out :int "x")))
; expect: The initial value is `int`, but "x" is not an integer.

; errno is what the last call left.
(print (fail-with 2) (errno) (errno-text))
; expect: -1 2 No such file or directory
(set-errno! 0)
(print (errno) (errno-text 13))
; expect: 0 Permission denied

; Variadic functions: whole numbers go as int or long, others as double, texts as char *.
(define room (make-array :char 64))
(print (formatted room 64 "%d %s %.2f %c %p" 42 "text" 1.5 #\x nil) (c-string room))
; expect: 20 42 text 1.50 x (nil)
(print (snprintf room 64 "%ld %lu %d" 9000000000 18446744073709551615 #t) (c-string room))
; expect: 33 9000000000 18446744073709551615 1
(print (sum-doubles 3 1.5 2.5 3.0) (sum-longs 2 (as-c :long 1) (as-c "long" 2)))
; expect: 7.0 3
(print (failure (formatted room 64)))
; expect: `formatted` takes at least 3 arguments, but 2 came.
(print (failure (formatted room 64 "%d" [1])))
; expect: Argument 4 of `formatted` is [1], which cannot be passed for `...`.
(print (failure (formatted room 64 "%d" (as-c :int "1"))))
; expect: Argument 4 of `formatted` is `int`, but "1" is not an integer.

; Pointers: arithmetic, casts, views, ownership.
(define p (cast "int *" (color-buffer)))
(print (null? nil) (null? p) (ptr- (ptr+ p 3) p) (= (address-of (ptr+ p 1)) (+ 4 (address-of p))))
; expect: #t #f 3 #t
(define v (view (color-buffer) 5))
(print (count v) (get v 0) (failure (get v 5)))
; expect: 5 103 Index 5 is outside `char[5]`, which has 5 elements.
(print (failure (deref nil)))
; expect: `deref` was given nil, which is C's NULL: nothing lies there.
(print (failure (deref (cast :pointer 16))))
; expect: `deref` was given a `void *`, which points to nothing known.
(print (failure (deref 5)))
; expect: `deref` was given 5, but C memory or a pointer is expected.
(print (cast :uint8_t 257) (cast :int8_t 255) (cast :int 3.99) (cast :bool 2) (cast "unsigned" -1))
; expect: 1 -1 3 #t 4294967295
(define owned (own (c-copy "owned") 6))
(print (c-string owned) (count owned))
; expect: owned 6
(free owned)
(print (failure (c-string owned)))
; expect: `c-string` was given memory that was freed.
(print (failure (free owned)))
; expect: This memory was freed already.
(print (failure (text-length owned)))
; expect: Argument 1 of `text_length`, `text`, is `const char *`, but a `char[6]` was freed.
(print (failure (free (view (color-buffer) 5))))
; expect: This is a view of memory that belongs to something else.
(print (failure (free "text")))
; expect: Argument 1 of `free` is "text", but C memory, a malloc'ed pointer or a callback is expected.
(print (failure (view p 4611686018427387905)))
; expect: `int[4611686018427387905]` is larger than memory.
(print (failure (make-array :int 4611686018427387904)))
; expect: `int[4611686018427387904]` is larger than memory.
(print (failure (ptr+ p 9223372036854775807)))
; expect: 9223372036854775807 elements further is outside memory.

; Arenas free what was made in them, whichever way they are left.
(define kept nil)
(define inner nil)
(print (with-arena
         (set! kept (make-array :int [1 2 3]))
         (set! inner (ptr+ kept 1))
         (sum-ints kept 3)))
; expect: 6
(print (failure (get kept 0)))
; expect: `get` was given memory that was freed.
(print (failure (get inner 0)))
; expect: `get` was given memory that was freed.
(print (failure (sum-ints kept 3)))
; expect: Argument 1 of `sum_ints`, `items`, is `const int *`, but a `int[3]` was freed.
(print (failure (sum-ints inner 2)))
; expect: Argument 1 of `sum_ints`, `items`, is `const int *`, but a `int[2]` was freed.
(print (failure (with-arena (set! kept (c-copy "text")) (error "Left early."))) (failure (c-string kept)))
; expect: Left early. `c-string` was given memory that was freed.
(print (with-arena (with-arena (out :int)) (set! kept (out :int 5)) (deref kept)))
; expect: 5
(print (failure (with-arena (define cb (make-c-callback (fn [a] a) :args (:int) :return :int)) (free cb) (free cb))))
; expect: This callback was freed already.
