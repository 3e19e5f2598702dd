; What is no record has no layout to draw.
(define (message f) (try (f) (catch e (print (error-message e)))))
(message (fn [] (layout :int)))
; expect: `int` is not a struct or union.
(message (fn [] (layout 'NoSuchType)))
; expect: NoSuchType is not a C type.
(define-c-struct Point (x :int))
(message (fn [] (layout Point :svg 5)))
; expect: `layout` was not given the name of a file after :svg.
(message (fn [] (layout Point :png "a.png")))
; expect: Argument 2 of `layout` is :png, but one of the options :svg is expected.
(message (fn [] (layout Point :svg "no/such/folder/a.svg")))
; expect: Cannot open "no/such/folder/a.svg": No such file or directory.
