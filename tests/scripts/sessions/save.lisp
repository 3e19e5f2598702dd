; What worked at the prompt becomes a script that runs: failures and questions are left out, a load that is repeated
; stands once, results are comments, and *1 is the name of the value it was.
; shell: cat > typed <<'END'
; shell: ; A square.
; shell: (define (square x)
; shell:   (* x x))   ; of a number
; shell: (load-library "libm.so.6")
; shell: (square 7)
; shell: (square "no number")
; shell: (define cube (fn [x] (* x (square x))))
; shell: (cube 2)
; shell: (doc square)
; shell: (apropos "sqrt" :limit 1)
; shell: (load-library "libm.so.6")
; shell: (list 'a "two" :three)
; shell: "*1 in a string"   ; a text
; shell: square
; shell: (save-session "saved.lisp")
; shell: (save-session "saved.lisp")
; shell: (save-session "saved.lisp" :overwrite #t)
; shell: END
; shell: elle < typed > shown 2> errors || true
; shell: tail -n 2 shown; grep -c "is there already" errors
; expect: 8 forms in saved.lisp; run it with `elle saved.lisp`.
; expect: 8 forms in saved.lisp; run it with `elle saved.lisp`.
; expect: 1
; shell: cat saved.lisp
; expect: #!/usr/bin/env elle
; expect: ; A square.
; expect: (define (square x)
; expect:   (* x x))   ; of a number
; expect: (load-library "libm.so.6")
; expect: ; => #<library libm.so.6>
; expect: (square 7)
; expect: ; => 49
; expect: (define cube (fn [x] (* x (square x))))
; expect: (cube 2)
; expect: ; => 8
; expect: (list 'a "two" :three)
; expect: ; => (a "two" :three)
; expect: "*1 in a string"   ; a text
; expect: ; => "*1 in a string"
; expect: square
; expect: ; => #<function square>
; shell: elle saved.lisp && echo ran
; expect: ran
