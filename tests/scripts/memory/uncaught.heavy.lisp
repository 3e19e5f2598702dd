; Nobody catches it: the report of any other error, and exit status 1.
; shell: ulimit -v 400000; exec elle here/uncaught.heavy.lisp
; expect error: There is no memory left.
; expect stderr: Work on less at a time, and set what is no longer needed to nil.
; expect stderr: in fill at here/uncaught.heavy.lisp:6:
(define (fill kept) (while #t (push! kept (make-bytes 1000000))))
(fill [])
