; Addresses are computed in one place, which never wraps round: what lies outside is an error, not another object.
(load-header-with-lib "string.h" nil)
(define p (c-copy "abcdef"))
(define ints (cast "int *" p))
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

; Behind a pointer nobody knows how much there is, but the address space has an end. 2^62 ints are 2^64 bytes.
(print (failure (deref ints 4611686018427387904)))
; expect: Element 4611686018427387904 of what a `int *` points to is outside memory.
(print (failure (get ints 4611686018427387904)))
; expect: Element 4611686018427387904 of what a `int *` points to is outside memory.
(print (failure (get ints -4611686018427387904)))
; expect: Element -4611686018427387904 of what a `int *` points to is outside memory.
(print (failure (set! (get ints 4611686018427387904) 1)))
; expect: Element 4611686018427387904 of what a `int *` points to is outside memory.
(print (failure (ptr+ ints 4611686018427387904)))
; expect: 4611686018427387904 elements further is outside memory.
(print (failure (ptr+ ints -4611686018427387904)))
; expect: -4611686018427387904 elements further is outside memory.
(print (failure (view ints 4611686018427387904)))
; expect: `int[4611686018427387904]` is larger than memory.
(print (failure (c-string p 1000000000000000000)))
; expect: There is no memory for 1,000,000,000,000,000,000 bytes.
(print (failure (memory->bytes p 9223372036854775807)))
; expect: There is no memory for 9,223,372,036,854,775,807 bytes.
(print (c-string p) (c-string p 3) (c-string (ptr+ p 2)))
; expect: abcdef abc cdef

; C memory has its size.
(define three (make-array :int [1 2 3]))
(print (failure (deref three 3)) (failure (get three -1)) (failure (get three 4611686018427387904)))
; expect: Index 3 is outside `int[3]`, which has 3 elements. Index -1 is outside `int[3]`, which has 3 elements. Index 4611686018427387904 is outside `int[3]`, which has 3 elements.
(print (failure (ptr+ three 4)) (failure (ptr+ three 4611686018427387904)) (count (ptr+ three 3)))
; expect: 16 bytes further is outside the memory, which has 12. 18446744073709551616 bytes further is outside the memory, which has 12. 0
(print (failure (view three 4)) (failure (memory->bytes three 13)) (failure (c-string three 13)))
; expect: The memory has 12 bytes, not 16. The memory has 12 bytes, not 13. The memory has 12 bytes, not 13.

; So have bytes.
(define b (bytes 65 66 67))
(print (failure (c-string b 100)) (failure (memory->bytes b 4)) (failure (view b 4)))
; expect: The memory has 3 bytes, not 100. The memory has 3 bytes, not 4. The memory has 3 bytes, not 4.
(print (c-string b) (c-string b 2) (memory->bytes b) (memory->bytes b 1))
; expect: ABC AB #u8(65 66 67) #u8(65)
(print (deref b 2) (failure (deref b 3)) (failure (deref b -1)))
; expect: 67 Index 3 is outside bytes of length 3. Index -1 is outside bytes of length 3.
(define tail (ptr+ b 1))
(print (get tail 0) (count tail) (failure (ptr+ b 4)))
; expect: 66 2 4 bytes further is outside the memory, which has 3.
(set! (get tail 1) 90)
(print b)
; expect: #u8(65 66 90)

; What is refused in the middle leaves all as it was, wherever it lies.
(define-c-struct Pair (a :int) (b :int))
(define pair (cast "Pair *" (c-copy (make-struct Pair 1 2))))
(print (failure (poke! pair {:a 5 :b "six"})) (.a pair) (.b pair))
; expect: What the pointer points to is `struct Pair`, but "six" is not an integer. 1 2
(define four (cast "int (*)[4]" (c-copy (make-array :int [1 2 3 4]))))
(print (failure (poke! four [7 8 "nine"])) (memory->bytes four 16))
; expect: What the pointer points to is `int[4]`, but "nine" is not an integer. #u8(1 0 0 0 2 0 0 0 3 0 0 0 4 0 0 0)
; And memory that is not there is an error of each.
(define nowhere (cast "Pair *" 16))
(print (failure (.a nowhere)) (failure (set! (.b nowhere) 1)) (failure (poke! nowhere {:a 1})))
; expect: There is no such memory: SIGSEGV at address 0x10 while reading memory. There is no such memory: SIGSEGV at address 0x14 while writing memory. There is no such memory: SIGSEGV at address 0x10 while writing memory.
(print (failure (make-struct Pair (deref nowhere))))
; expect: There is no such memory: SIGSEGV at address 0x10 while copying a struct.
(define-c-struct Bits (low :uint :bits 3) (high :uint :bits 29))
(define bits (cast "Bits *" 16))
(print (failure (.high bits)) (failure (set! (.low bits) 1)))
; expect: There is no such memory: SIGSEGV at address 0x10 while reading memory. There is no such memory: SIGSEGV at address 0x10 while reading memory.
(for-each free [p pair four])

; An index beyond 64 bits is no name of a field.
(print (failure (get ints 100000000000000000000)))
; expect: 100000000000000000000 is an index outside all memory.
