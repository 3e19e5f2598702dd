; private hides a file's own helpers from those who import it.
(import "tools.module" :as tools)
(print (tools/public 5))
; expect: 11
(print (try (eval '(tools/helper 5)) (catch e (error-message e))))
; expect: Nothing is called `tools/helper`.
(print (try (eval '(private nothing-here)) (catch e (error-message e))))
; expect: `private` names nothing-here, which this file does not define.
