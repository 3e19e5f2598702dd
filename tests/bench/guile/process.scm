(use-modules (system foreign) (system foreign-library))
(let ((arguments (cdr (command-line))))
  ((foreign-library-function (car arguments) (cadr arguments) #:return-type int #:arg-types '())))
