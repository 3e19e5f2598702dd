; layout draws how a record lies in memory: eight bytes to a row, padding hatched.
(define-c-struct Wasteful (a :char) (b :double) (c :char) (d :int))
(layout Wasteful)
; expect: struct Wasteful, 24 bytes, aligned to 8, 10 bytes of padding
; expect:        ┌───────┬───────────────────────────────────────────────────────┐
; expect:      0 │ a     │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░│
; expect:        ├───────┴───────────────────────────────────────────────────────┤
; expect:      8 │ b  double                                                     │
; expect:        ├───────┬───────────────────────┬───────────────────────────────┤
; expect:     16 │ c     │░░░░░░░░░░░░░░░░░░░░░░░│ d  int                        │
; expect:        └───────┴───────────────────────┴───────────────────────────────┘
; expect: With its fields in the order of their alignment it would have 16 bytes, 8 fewer.
(define-c-struct Tight :packed #t (a :char) (b :double))
(layout 'Tight)
; expect: struct Tight, 9 bytes, aligned to 1, no padding
; expect:        ┌───────┬───────────────────────────────────────────────────────┐
; expect:      0 │ a     │ b  double                                             │
; expect:        ├───────┼───────────────────────────────────────────────────────┘
; expect:      8 │       │
; expect:        └───────┘
(define-c-union Number (whole :long) (small :short))
(layout "union Number")
; expect: union Number, 8 bytes, aligned to 8, a union: its members share the memory
; expect:        ┌───────────────────────────────────────────────────────────────┐
; expect:      0 │ whole  long                                                   │
; expect:        └───────────────────────────────────────────────────────────────┘
; expect:        ┌───────────────┬───────────────────────────────────────────────┐
; expect:      0 │ small  short  │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░│
; expect:        └───────────────┴───────────────────────────────────────────────┘
(define-c-struct Mixed (mode :uint :bits 3) (on :uint :bits 1) (number Number) (buffer (:array :char 100))
                       (pairs (:array Tight 2)) (abbreviated :char))
(layout (make-struct Mixed))
; expect: struct Mixed, 136 bytes, aligned to 8, 8 bytes of padding
; expect:        ┌───────┬───────────────────────────────────────────────────────┐
; expect:      0 │ mode …│░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░│
; expect:        ├───────┴───────────────────────────────────────────────────────┤
; expect:      8 │ number  union Number                                          │
; expect:        ├───────────────────────────────────────────────────────────────┤
; expect:     16 │ buffer  char[100]                                             │
; expect:     24 │                                                               │
; expect:        │ ⋮ 72 bytes
; expect:    104 │                                                               │
; expect:        │                               ┌───────┬───────────────────────┤
; expect:    112 │                               │ pairs…│ pairs[0].b  double    │
; expect:        ├───────────────────────────────┴───────┼───────┬───────────────┤
; expect:    120 │                                       │ pairs…│ pairs[1].b    │
; expect:        ├───────────────────────────────────────┴───────┼───────┬───────┤
; expect:    128 │                                               │ abbre…│░░░░░░░│ cache line
; expect:        └───────────────────────────────────────────────┴───────┴───────┘
; expect:      0  mode          bits 0-2         unsigned int
; expect:      0  on            bit 3            unsigned int
; expect:      8  number.whole  one of, 8 bytes  long
; expect:      8  number.small  one of, 2 bytes  short
; expect:    116  pairs[0].a    1 byte           char
; expect:    125  pairs[1].a    1 byte           char
; expect:    134  abbreviated   1 byte           char
