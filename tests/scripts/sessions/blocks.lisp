; What a `do` defines is there for the forms after it, in the script as at the prompt.
; shell: cat > typed <<'END'
; shell: (do (define p 3) (+ p 1))
; shell: (+ p 1)
; shell: (save-session "saved.lisp" :check #t)
; shell: END
; shell: elle < typed > /dev/null
; shell: tail -n +2 saved.lisp
; expect: (do (define p 3) (+ p 1))
; expect: ; => 4
; expect: (assert (= (+ p 1) 4))
; shell: elle saved.lisp && echo ran
; expect: ran
