; Of a call with too few arguments the prototype shows which are missing.
(load-header-with-lib "stdlib.h" nil)
(qsort nil 3)
; expect error: here/argument-count-prototype.lisp:3:1: error: `qsort` takes 4 arguments, but 2 came.
; expect error: (qsort nil 3)
; expect error: ^^^^^^^^^^^^^
; expect error:   void qsort(void *__base, size_t __nmemb, size_t __size, __compar_fn_t __compar)
; expect error:                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
