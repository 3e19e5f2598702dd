; `doc` of types shows what is in them: members where they lie, constants with their values, steps of typedefs.
(load-header-with-lib "here/comments.h" "fixtures/libcomments.so")
(doc kernel_thing)
; expect: struct kernel_thing: 24 bytes, aligned to 8
; expect:   offset  size
; expect:        0     1  char id             its number
; expect:        1     7  7 bytes of padding
; expect:        8     8  const char *name    its name
; expect:     16:0    :3  unsigned int bits   three of them
; expect:     16:3    :7  unsigned int more   and seven
; expect:     17:2    :6  6 bits of padding
; expect:       18     …  short tail[]        As many as there is memory for.
; expect:
; expect: a thing of the kernel's
; expect:
; expect: The description.
; expect:
; expect match: Declared at .*/comments\.h:83\.
(doc doc_either)
; expect: union doc_either: 8 bytes, aligned to 4
; expect:   offset  size
; expect:        0     4  int whole     as a number
; expect:        0     6  char part[6]
; expect:
; expect: Either of two.
; expect:
; expect match: Declared at .*/comments\.h:92\.
(doc doc_nested)
; expect: struct doc_nested: 12 bytes, aligned to 4
; expect:   offset  size
; expect:        0     8  struct <anonymous>
; expect:        0     1    char a
; expect:        1     3    3 bytes of padding
; expect:        4     4    int b
; expect:        8     1  char c
; expect:        9     3  3 bytes of padding
; expect:
; expect match: Declared at .*/comments\.h:97\.
(doc doc_flags)
; expect: typedef enum {…} doc_flags
; expect: enum: 4 constants
; expect:   DOC_NONE = 0 (0x0)     nothing
; expect:   DOC_READ = 1 (0x1)     may be read
; expect:   DOC_WRITE = 2 (0x2)    may be written
; expect:   DOC_EXECUTE = 4 (0x4)
; expect:
; expect match: Declared at .*/comments\.h:110\.
(doc DOC_WRITE)
; expect: DOC_WRITE = 2 (0x2)
; expect: A constant of doc_flags.
; expect:
; expect: may be written
; expect:
; expect match: Declared at .*/comments\.h:108\.
(doc doc_hidden)
; expect: typedef struct doc_hidden doc_hidden
; expect: struct doc_hidden: opaque, only C knows what is in it
; expect: Returned by doc_hidden_new
; expect: Taken by doc_hidden_free
; expect:
; expect match: Declared at .*/comments\.h:112\.
(doc doc_small)
; expect: typedef doc_short doc_small
; expect: typedef unsigned short doc_short
; expect: 2 bytes
; expect:
; expect: smaller still
; expect:
; expect match: Declared at .*/comments\.h:117\.
(doc DOC_LIMIT)
; expect: #define DOC_LIMIT 42
; expect: Its value is 42.
; expect:
; expect: How many there are.
; expect:
; expect match: Declared at .*/comments\.h:120\.
(doc DOC_MAX)
; expect: #define DOC_MAX(a, b) ((a) > (b) ? (a) : (b))
; expect:
; expect: The greater one.
; expect:
; expect: In Lisp: (doc-max a b)
; expect match: Declared at .*/comments\.h:122\.
(doc doc_count)
; expect: int doc_count
; expect: Its value is 0.
; expect:
; expect: Counts calls.
; expect:
; expect match: Declared at .*/comments\.h:125, from libcomments\.so\.
(doc doc_twice)
; expect: int doc_twice(int number)
; expect:
; expect: Twice that.
; expect:
; expect: In Lisp: (doc-twice number)
; expect match: Declared at .*/comments\.h:131\.
