; hexdump shows bytes as offset, hexadecimal and text, and beside them the fields they belong to.
(hexdump "hello, how are you?")
; expect: 0000  68 65 6c 6c 6f 2c 20 68  6f 77 20 61 72 65 20 79  hello, how are y
; expect: 0010  6f 75 3f                                          ou?
(hexdump #u8(1 2 255))
; expect: 0000  01 02 ff                                          ...
(hexdump (make-bytes 3) 2)
; expect: 0000  00 00                                             ..
(hexdump "")

(define-c-struct Inner (x :int) (y :double))
(define-c-union Either (whole :int) (parts (:array :short 2)))
(define-c-struct Outer
  (tag :char) (inner Inner) (items (:array Inner 2)) (flag :uint :bits 3) (rest :uint :bits 7) (either Either)
  (text (:array :char 12)) (next (:pointer Outer)))
(define outer (make-struct Outer :tag 65 :flag 5 :rest 9 :text "some text"))
(struct-set! outer 'inner 'x 7)
(hexdump outer)
; expect: 0000  41                       A         tag  char = 65 'A'
; expect: 0001  00 00 00 00 00 00 00     .......   padding
; expect: 0008  07 00 00 00              ....      inner.x  int = 7
; expect: 000c  00 00 00 00              ....      padding
; expect: 0010  00 00 00 00 00 00 00 00  ........  inner.y  double = 0.0
; expect: 0018  00 00 00 00              ....      items[0].x  int = 0
; expect: 001c  00 00 00 00              ....      padding
; expect: 0020  00 00 00 00 00 00 00 00  ........  items[0].y  double = 0.0
; expect: 0028  00 00 00 00              ....      items[1].x  int = 0
; expect: 002c  00 00 00 00              ....      padding
; expect: 0030  00 00 00 00 00 00 00 00  ........  items[1].y  double = 0.0
; expect: 0038  4d 00                    M.        flag : 3  unsigned int = 5
; expect:                                          rest : 7  unsigned int = 9
; expect: 003a  00 00                    ..        padding
; expect: 003c  00 00 00 00              ....      either.whole  int = 0
; expect:                                          either.parts  short[2] = [0 0]
; expect: 0040  73 6f 6d 65 20 74 65 78  some tex  text  char[12] = "some text"
; expect: 0048  74 00 00 00              t...
; expect: 004c  00 00 00 00              ....      padding
; expect: 0050  00 00 00 00 00 00 00 00  ........  next  struct Outer * = nil
(hexdump outer 10)
; expect: 0000  41                       A         tag  char = 65 'A'
; expect: 0001  00 00 00 00 00 00 00     .......   padding
; expect: 0008  07 00                    ..        inner.x  int = 7
(hexdump (make-array :int [1 2 3]))
; expect: 0000  01 00 00 00              ....      [0]  int = 1
; expect: 0004  02 00 00 00              ....      [1]  int = 2
; expect: 0008  03 00 00 00              ....      [2]  int = 3
(hexdump (out :double 1.5))
; expect: 0000  00 00 00 00 00 00 f8 3f  .......?  double = 1.5
(define number (out :int 258))
(hexdump (cast :pointer (address-of number)) 4)
; expect: 0000  02 01 00 00                                       ....
; Of a pointer to what is known, one object; to characters, as many as is said.
(hexdump (cast "int *" (address-of number)))
; expect: 0000  02 01 00 00              ....      int = 258
(define text (c-copy "C"))
(hexdump (cast "char *" text) 2)
; expect: 0000  43 00                                             C.
(free text)

; Where memory ends, so does the dump.
(hexdump (cast "char *" 64) 16)
; expect: 0000  not readable from 0x40 on
