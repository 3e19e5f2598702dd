; C values as the prompt shows them: records as tables of their fields, pointers with what is known of their memory, numbers
; of enums by name.
(define lib (load-header-with-lib "here/show-values.h" "fixtures/libshow-values.so"))

; Enums: constants, results, fields, casts; what is or-ed from flags.
(show MERRY)
; expect: MERRY (5)
(show GRIM)
; expect: GRIM (-1)
(show LIMIT)
; expect: LIMIT (99)
(show (all-access))
; expect: READ_WRITE (3)
(show (bit-or WRITE EXECUTE))
; expect: WRITE | EXECUTE (6)
(show (odd-access))
; expect: WRITE | 0x40 (66)
(show (cast "enum access" 7))
; expect: READ_WRITE | EXECUTE (7)
(show (cast "enum mood" 3))
; expect: 3
(show last_mood)
; expect: CALM (0)
(show [MERRY 5])
; expect: [MERRY 5]

; They are numbers all the same, and print so that they can be read back.
(write MERRY (+ MERRY 1) (= MERRY 5) (eq? MERRY 5) (get {5 "found"} MERRY) (bit-or MERRY 2))
; expect: 5 6 #t #t "found" 7

(define ada (make-struct "struct person" :age 36 :name "Ada" :initial 65 :mood MERRY :access WRITE :tall 1
                                         :motto "think" :add add :scores [1 2 3 4]))
(struct-set! ada 'friend ada)
(show ada)
; expect match: struct person, 184 bytes at 0x[0-9a-f]+, owned by Elle
; expect:   age                  36                          int
; expect:   name                 "Ada"                       char[12]
; expect:   initial              65 'A'                      char
; expect:   mood                 MERRY (5)                   enum mood
; expect:   access               WRITE (2)                   enum access : 3
; expect:   tall                 1                           unsigned int : 1
; expect:   home                                             struct place
; expect:     x                  0.0                         double
; expect:     y                  0.0                         double
; expect match:   friend               0x[0-9a-f]+ +struct person \*
; expect:   motto                "think"                     const char *
; expect:   add                  `add` in libshow-values.so  int (*)(int, int)
; expect:   scores               [1 2 3 4]                   short[4]
; expect:   visited                                          struct place[6]
; expect:     [0]                {:x 0.0 :y 0.0}
; expect:     [1]                {:x 0.0 :y 0.0}
; expect:     [2]                {:x 0.0 :y 0.0}
; expect:     [3]                {:x 0.0 :y 0.0}
; expect:     … 2 more elements
; expect:   as_int               0                           int
; expect:   as_float             0.0                         float
; expect: … shortened; `:all #t` shows all
(show (.home ada))
; expect match: struct place, 16 bytes at 0x[0-9a-f]+, byte 32 of 184 bytes owned by Elle
; expect:   x  0.0  double
; expect:   y  0.0  double
(show (make-struct "union number" :as_float 1.0))
; expect match: union number, a union, 4 bytes at 0x[0-9a-f]+, owned by Elle
; expect:   as_int    1065353216  int
; expect:   as_float  1.0         float
(show (make-array :int [1 2 3]))
; expect match: int\[3\], 12 bytes at 0x[0-9a-f]+, owned by Elle
; expect: [1 2 3]
(show (make-array "struct place" [[1 2] [3 4]]))
; expect match: struct place\[2\], 32 bytes at 0x[0-9a-f]+, owned by Elle
; expect:   [0]  {:x 1.0 :y 2.0}
; expect:   [1]  {:x 3.0 :y 4.0}
(show (make-array :char 8))
; expect match: char\[8\], 8 bytes at 0x[0-9a-f]+, owned by Elle
; expect:   ""
(show (out :double 1.5))
; expect match: double, 8 bytes at 0x[0-9a-f]+, owned by Elle
; expect:   1.5

; Pointers: what they point to, and whose memory that is.
(show (.friend ada))
; expect match: struct person \* 0x[0-9a-f]+, 184 bytes of Elle's memory
; expect:   age                  36                          int
; expect:   name                 "Ada"                       char[12]
; expect:   initial              65 'A'                      char
; expect:   mood                 MERRY (5)                   enum mood
; expect:   access               WRITE (2)                   enum access : 3
; expect:   tall                 1                           unsigned int : 1
; expect:   home                                             struct place
; expect:     x                  0.0                         double
; expect:     y                  0.0                         double
; expect match:   friend               0x[0-9a-f]+ +struct person \*
; expect:   motto                "think"                     const char *
; expect:   add                  `add` in libshow-values.so  int (*)(int, int)
; expect:   scores               [1 2 3 4]                   short[4]
; expect:   visited                                          struct place[6]
; expect:     [0]                {:x 0.0 :y 0.0}
; expect:     [1]                {:x 0.0 :y 0.0}
; expect:     [2]                {:x 0.0 :y 0.0}
; expect:     [3]                {:x 0.0 :y 0.0}
; expect:     … 2 more elements
; expect:   as_int               0                           int
; expect:   as_float             0.0                         float
; expect: … shortened; `:all #t` shows all
(show (cast "char *" (.name ada)))
; expect match: char\[12\], 12 bytes at 0x[0-9a-f]+, byte 4 of 184 bytes owned by Elle
; expect:   "Ada"
(show (cast :pointer (address-of (.name ada))))
; expect match: void \* 0x[0-9a-f]+, byte 4 of 184 bytes of Elle's memory
(show (cast "struct person *" 8))
; expect: struct person * 0x8, not readable memory
(show (cast "int *" 8))
; expect: int * 0x8, not readable memory
(show (cast "char *" 8))
; expect: char * 0x8, not readable memory
(show (cast "struct sealed *" (address-of add)))
; expect match: struct sealed \* 0x[0-9a-f]+, function `add` in libshow-values\.so
(show (cast "int (*)(int, int)" (address-of add)))
; expect match: int \(\*\)\(int, int\) 0x[0-9a-f]+, `add` in libshow-values\.so
(show (cast "int *" (get-library-function (load-library "fixtures/libshow-values.so") "last_mood")))
; expect match: int \* 0x[0-9a-f]+, variable `last_mood` in libshow-values\.so
; expect:   → 0
(define c (cast "char *" (c-copy "from C")))
(show c)
; expect match: char \* 0x[0-9a-f]+, in (C's heap|writable memory)
; expect:   "from C"
(show (make-array :int 0))
; expect match: int\[0\], 0 bytes at 0x[0-9a-f]+, owned by Elle
; expect: []
(free c)
(define home (.home ada))
(free ada)
(show ada)
; expect match: struct person, 184 bytes at 0x[0-9a-f]+, freed
(show home)
; expect match: struct place, 16 bytes at 0x[0-9a-f]+, freed
(with-arena (show (make-array :int [1])))
; expect match: int\[1\], 4 bytes at 0x[0-9a-f]+, owned by an arena
; expect: [1]
(show add)
; expect: int add(int a, int b)
; expect:   C function, `add` in libshow-values.so
