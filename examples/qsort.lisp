; Sorting with C's qsort and a Lisp comparator: C calls Lisp back for every comparison.

(load-header-with-lib ["stdlib.h" "strings.h"] "libc.so.6")

; --- Numbers ---------------------------------------------------------------------------------------------------------

; An array of C ints, which is read and written like a vector. Its memory lives as long as the script uses it.
(let numbers (make-array :int [42 7 -3 99 0 7 1000 -50]))

(define (compare-ints a b)
  "What qsort asks: less than, equal to or greater than zero. It gives `const void *`: the script says what is there."
  (- (deref (cast "const int *" a)) (deref (cast "const int *" b))))

; The header declares the comparator's type, so a Lisp function is accepted as it is.
(qsort numbers (count numbers) (sizeof :int) compare-ints)
(print "ints:" (to-list numbers))

; A sorted array can be searched. bsearch returns a pointer into the array, or NULL, which is nil.
(let found (bsearch (out :int 99) numbers (count numbers) (sizeof :int) compare-ints))
(print "99 stands at index" (ptr- (cast "int *" found) numbers))
(print "5 is there:" (not (null? (bsearch (out :int 5) numbers (count numbers) (sizeof :int) compare-ints))))

; --- Text ------------------------------------------------------------------------------------------------------------

; An array of C strings, `const char *words[]`. What a and b point to is read as a Lisp string.
(let words (make-array :string ["pear" "fig" "Apple" "banana"]))

(define (compare-words a b)
  (strcasecmp (deref (cast "const char **" a)) (deref (cast "const char **" b))))

(qsort words (count words) (sizeof :string) compare-words)
(print "words:" (to-list words))

; --- Structs ---------------------------------------------------------------------------------------------------------

(define-c-struct City
  (name (:array :char 16))
  (people :int))

(let cities (make-array City [{:name "Lagos" :people 15388000}
                              {:name "Oslo" :people 709000}
                              {:name "Quito" :people 1978000}
                              {:name "Kyoto" :people 1475000}]))

(define (by-people a b)
  (- (.people (cast "City *" b)) (.people (cast "City *" a))))

(qsort cities (count cities) (sizeof City) by-people)
(for [city cities]
  (printf "~a ~d~%" (c-string (.name city)) (.people city)))

; --- Errors ----------------------------------------------------------------------------------------------------------

; C cannot be unwound: an error in a comparator waits until qsort is done, and is raised then.
(try
  (qsort numbers (count numbers) (sizeof :int) (fn [a b] (error "these cannot be compared")))
  (catch e (print "after qsort:" (error-message e))))

; expect: ints: (-50 -3 0 7 7 42 99 1000)
; expect: 99 stands at index 6
; expect: 5 is there: #f
; expect: words: (Apple banana fig pear)
; expect: Lagos 15388000
; expect: Quito 1978000
; expect: Kyoto 1475000
; expect: Oslo 709000
; expect: after qsort: these cannot be compared
