; A variable is used and assigned in the register it lives in. What an expression computes must not depend on that.

; An operand read before a later operand assigns its variable keeps the old value.
(define (operand n) (+ n (do (set! n 5) n)))
(print (operand 1))
; expect: 6
(define (tested n) (if (< n (do (set! n 0) 5)) :less :more))
(print (tested 7))
; expect: :more

; A value that is made in steps reads its variable before it is assigned.
(define (stepwise n) (set! n (and (not n) n)) n)
(print (stepwise 3))
; expect: #f
(define (chosen n) (set! n (if (< n 3) (+ n 10) (- n 1))) n)
(print (chosen 1) (chosen 8))
; expect: 11 7

; An assignment that fails leaves the variable as it was.
(define (failing n) (try (set! n (+ n "a")) (catch e n)))
(print (failing 4))
; expect: 4

; All variables of a loop change at once.
(print (loop go [a 1 b 2 i 0] (if (< i 3) (go b a (+ i 1)) [a b])))
; expect: [2 1]
(print (loop go [a 1 b 2 i 0] (if (< i 3) (go (+ a b) (+ a b) (+ i 1)) [a b])))
; expect: [12 12]

; Each turn has variables of its own for the functions made in it.
(define (makers)
  (loop go [i 0 made nil] (if (< i 3) (go (+ i 1) (cons (fn () (set! i (+ i 100)) i) made)) made)))
(define made (makers))
(print ((get made 0)) ((get made 1)) ((get made 0)))
; expect: 102 101 202

; A loop's test may be made of several.
(define (both n) (while (and (< n 10) (not (= n 7))) (set! n (+ n 1))) n)
(print (both 0) (both 8))
; expect: 7 10
(define (either n) (while (or (< n 3) (< n 5)) (set! n (+ n 1))) n)
(print (either 0))
; expect: 5
