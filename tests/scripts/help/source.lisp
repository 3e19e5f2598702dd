; `source` prints the text something was written as, and where; `header-of` says where a header declares it.
(load-header-with-lib "here/comments.h" "fixtures/libcomments.so")
(define (area width height)
  "Of a rectangle." ; in whatever unit
  (* width height))
(source 'area)
; expect: ; here/source.lisp:3:1
; expect: (define (area width height)
; expect:   "Of a rectangle." ; in whatever unit
; expect:   (* width height))
(source area)
; expect: ; here/source.lisp:3:1
; expect: (define (area width height)
; expect:   "Of a rectangle." ; in whatever unit
; expect:   (* width height))
(source 'doc_gtk)
; expect match: // .*/comments\.h:46
; expect: char *doc_gtk(const char *name, unsigned flags);
(source "doc-gtk")
; expect match: // .*/comments\.h:46
; expect: char *doc_gtk(const char *name, unsigned flags);
(source doc-twice)
; expect match: // .*/comments\.h:131
; expect: static inline int doc_twice(int number) {
; expect:   return 2 * number; /* } */
; expect: }
(source DOC_MAX)
; expect match: // .*/comments\.h:122
; expect: #define DOC_MAX(a, b) ((a) > (b) ? (a) : (b))
(source doc_nested)
; expect match: // .*/comments\.h:97
; expect: struct doc_nested {
; expect:   struct {
; expect:     char a;
; expect:     int b;
; expect:   };
; expect:   char c;
; expect: };
(source 'doc_renamed)
; expect match: // .*/comments\.h:135
; expect: typedef struct doc_nested doc_renamed;
; expect match: // .*/comments\.h:97
; expect: struct doc_nested {
; expect:   struct {
; expect:     char a;
; expect:     int b;
; expect:   };
; expect:   char c;
; expect: };
(source 'DOC_READ)
; expect match: // .*/comments\.h:107
; expect: typedef enum {
; expect:   DOC_NONE = 0,     /**< nothing */
; expect:   DOC_READ = 1 << 0, /**< may be read */
; expect:   DOC_WRITE = 1 << 1, //!< may be written
; expect:   DOC_EXECUTE = 1 << 2
; expect: } doc_flags;

(let place (header-of 'doc_gtk))
(print (get place :line) (get place :include) (get place :library))
; expect match: 46 #include "here/comments\.h" libcomments\.so
(print (ends-with? (get place :file) "here/comments.h") (= place (header-of doc-gtk)))
; expect: #t #t
(print (get (header-of 'doc_nested) :line) (get (header-of doc_nested) :library))
; expect: 97 nil

(define (why form) (try (eval form) (catch e (print (error-message e)) (print (error-next-step e)))))
(why '(source 'if))
; expect: `if` is part of the language and has no text in Lisp.
; expect: (doc if) explains it.
(why '(source 'doc_gkt))
; expect: Nothing is called `doc_gkt`.
; expect: Did you mean `doc_gtk` or `doc-gtk`?
(why '(header-of 12))
; expect: Argument 1 of `header-of` is 12, but a name, a function or a C type is expected.
; expect: nil
