; An import is for a whole file: it stands at the top level.
(define (load-tools) (import "tools.module"))
; expect error: here/import-place.lisp:2:22: error: `import` stands at the top level only.
