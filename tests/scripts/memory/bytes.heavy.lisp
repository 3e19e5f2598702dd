; Memory that is used up by many things of a middling size is an error that can be caught; once they are garbage, work
; goes on, as often as that happens.
; shell: ulimit -v 400000; exec elle here/bytes.heavy.lisp
(define kept [])
(define (fill) (while #t (push! kept (make-bytes 1000000))))
(dotimes [i 4]
  (try (fill) (catch e (print (error-kind e) (> (count kept) 100))))
  (set! kept []))
; expect: :memory #t
; expect: :memory #t
; expect: :memory #t
; expect: :memory #t
(try (fill) (catch e (print (error-message e) (error-next-step e))))
; expect: There is no memory left. Work on less at a time, and set what is no longer needed to nil.
