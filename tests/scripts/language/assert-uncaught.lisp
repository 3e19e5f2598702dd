; An assertion that fails ends the script at its line.
(define (check x)
  (assert (> x 0)))
(check -1)
; expect error: Assertion failed: (> x 0)
