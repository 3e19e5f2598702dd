; exit runs what finally and with promise, and nothing catches it.
(try
  (try
    (with [r {:close (fn [_] (print "closed"))}]
      (exit 7))
    (catch e (print "caught"))
    (finally (print "cleaned up")))
  (catch e (print "caught")))
(print "never")
; expect: closed
; expect: cleaned up
; exit: 7
