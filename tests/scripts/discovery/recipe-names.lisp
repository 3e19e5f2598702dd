; What how-to-get prints can be pasted: a variable does not hide a name of the language, and a parameter without a name
; has one that is a word.
(load-header-with-lib "here/recipe-names.h" "fixtures/librecipe-names.so")
(how-to-get "Loop *")
; expect: ; 1. Loop *loop_new(void (*)(void *), int)
; expect: (define my-loop (loop-new callback int))
