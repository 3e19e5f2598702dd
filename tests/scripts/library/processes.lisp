; Programs, environment, arguments.
; args: one "two words"
; env: ELLE_TEST_NAME=value
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (arguments))
; expect: (one two words)
(print (getenv "ELLE_TEST_NAME") (getenv "ELLE_TEST_NONE") (getenv "ELLE_TEST_NONE" "default") (get (environment) "ELLE_TEST_NAME"))
; expect: value nil default value
(setenv "ELLE_TEST_NAME" "other")
(print (getenv "ELLE_TEST_NAME"))
; expect: other
(setenv "ELLE_TEST_NAME" nil)
(print (getenv "ELLE_TEST_NAME"))
; expect: nil
(write (run "echo" "a b" 3))
; expect: {:status 0 :output "a b 3\n" :error ""}
(print (get (run "sh" "-c" "echo out; echo err >&2; exit 3") :status))
; expect: 3
(write (get (run "sh" "-c" "echo err >&2") :error) (get (run "cat" :input "text") :output) (get (run "pwd" :directory "/") :output))
; expect: "err\n" "text" "/\n"
(write (get (run "sh" "-c" "echo $X" :environment {:X "y"}) :output) (get (run "printf" "\\377" :bytes #t) :output))
; expect: "y\n" #u8(255)
(print (get (run "sh" "-c" "kill -9 $$") :status))
; expect: 137
(define big (string-repeat "0123456789" 100000))
(print (= big (get (run "cat" :input big) :output)) (get (run "true" :input big) :status))
; expect: #t 0
(print (message-of (run "no-such-program-anywhere")))
; expect: Cannot run "no-such-program-anywhere": No such file or directory.
(print (message-of (run "cat" :input 5)))
; expect: The :input of `run` must be a string or bytes.
(print (message-of (run "cat" :speed 5)))
; expect: Argument 2 of `run` is :speed, but one of the options :input, :directory, :environment, :bytes is expected.
(print (message-of (getenv "a=b")))
; expect: Argument 1 of `getenv` is "a=b", but the name of an environment variable is expected.
