; Time.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (> (now) 1.6e9) (<= (monotonic-time) (monotonic-time)) (>= (processor-time) 0))
; expect: #t #t #t
(print (format-time 0 "%Y-%m-%d %H:%M:%S" :utc #t) (format-time 1e9 "%F" :utc #t) (format-time 0 "" :utc #t))
; expect: 1970-01-01 00:00:00 2001-09-09 
(print (time-parts 951782400 :utc #t))
; expect: {:year 2000 :month 2 :day 29 :hour 0 :minute 0 :second 0 :weekday 2 :year-day 60}
(print (string-length (current-time)) (string-length (current-time "%H:%M")))
; expect: 19 5
(let [start (monotonic-time)]
  (sleep 0.01)
  (print (>= (- (monotonic-time) start) 0.01)))
; expect: #t
(print (message-of (sleep -1)))
; expect: Argument 1 of `sleep` is -1, but a number of seconds that is not negative is expected.
(print (message-of (format-time "x")))
; expect: Argument 1 of `format-time` is "x", but a number is expected.
