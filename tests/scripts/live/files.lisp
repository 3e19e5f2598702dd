; An imported file that changes is run again by (reload), in the module it has.
; shell: echo '(define (greet) "hello")  (define unit 1)' > words.lisp
; shell: cat > main.lisp <<'END'
; shell: (import "words.lisp" :as words)
; shell: (define (greeting) (words/greet))
; shell: (print (greeting))
; shell: (reload)
; shell: (write-file "words.lisp" "(define (greet) \"good evening\")")
; shell: (reload "words.lisp")
; shell: (print (greeting) words/unit)
; shell: (reload "words.lisp")
; shell: END
; shell: elle main.lisp
; expect: hello
; expect: Nothing that is loaded has changed.
; expect: words.lisp was run again.
; expect: good evening 1
; expect: words.lisp has not changed.
