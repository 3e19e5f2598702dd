; With :check #t results that can be written down are assertions: the script fails once one is another.
; shell: cat > typed <<'END'
; shell: (define base 40)
; shell: (+ base 2)
; shell: (vector (+ base 3) [1 2.5 "x"] {:a nil})
; shell: (fn [] 1)
; shell: (define half 0.5) (* base half)
; shell: (save-session "saved.lisp" :check #t)
; shell: END
; shell: elle < typed | tail -n 1
; expect: 5 forms in saved.lisp; run it with `elle saved.lisp`.
; shell: cat saved.lisp
; expect: #!/usr/bin/env elle
; expect: (define base 40)
; expect: (assert (= (+ base 2) 42))
; expect: (assert (= (vector (+ base 3) [1 2.5 "x"] {:a nil}) '[43 [1 2.5 "x"] {:a nil}]))
; expect: (fn [] 1)
; expect: ; => #<function>
; expect: (define half 0.5) (assert (= (* base half) 20.0))
; shell: elle saved.lisp && echo ran
; expect: ran
; shell: sed 's/base 40/base 41/' saved.lisp > other.lisp; elle other.lisp 2>&1 | head -n 1
; expect: other.lisp:3:1: error: Assertion failed: (= (+ base 2) 42)
