; `doc` explains whatever has a name: special forms, builtins, macros, functions and values.
(doc if)
; expect: (if test then [else])
; expect: Evaluates `then` when the test is true, `else` when it is nil or #f. Without `else` that is nil.
; expect: A special form.
(doc unless)
; expect: (unless test &rest body)
; expect: Runs the body when the test is nil or #f; else nil.
; expect match: A macro, defined at stdlib/core\.lisp:\d+:1\.
(doc apply)
; expect: (apply f arg… args)
; expect: Calls `f` with the args, the last of which is a list or a vector of further ones.
; expect: A function of the language.
(define (area width &optional (height 2))
  "The area of a rectangle."
  (* width height))
(doc area)
; expect: (area width &optional (height 2))
; expect: The area of a rectangle.
; expect: A function, defined at here/doc.lisp:14:1.
; expect:
; expect: (define (area width &optional (height 2))
; expect:   "The area of a rectangle."
; expect:   (* width height))
(define answer 42)
(doc answer)
; expect: answer is 42
; expect: An integer.
(print (documentation 'no-such-name))
; expect: nil
(doc aera)
; expect error: Nothing is called `aera`.
; expect error: Did you mean `area`
