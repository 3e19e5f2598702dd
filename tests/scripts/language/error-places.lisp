; An error within a form that a macro took apart points at the form.
(define (classify x)
  (cond
    ((nil? x) "nil")
    ((> x
        (undefined-thing 5)) "large")
    (else "small")))
(classify 1)
; expect error: error-places.lisp:6:10
