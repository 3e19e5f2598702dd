; env: MANPATH=here
; A name that a header would have, or has in vain, says why it cannot be used.
(define lib (load-header-with-lib "here/left-out.h" nil))
(defmacro (why form) `(try ,form (catch e (print (error-message e)) (print (error-next-step e)))))

(why (sensor-dump 1))
; expect match: `sensor_dump` is not here: it is declared at .*/left-out\.h:5 when SENSOR_DEBUG is defined\.
; expect: Load the header with :define "SENSOR_DEBUG".
(why SENSOR_DUMP_LINES)
; expect match: `SENSOR_DUMP_LINES` is not here: it is declared at .*/left-out\.h:6 when SENSOR_DEBUG is defined\.
; expect: Load the header with :define "SENSOR_DEBUG".
(why (sensor_reference 1))
; expect match: `sensor_reference` is not here: it is declared at .*/left-out\.h:10 for C\+\+ only\.
; expect: nil
(why (sensor_calibrate 1))
; expect match: `sensor_calibrate` is not here: it is declared at .*/left-out\.h:14, but left out by `#if SENSOR_VERSION > 3`\.
; expect: nil
(why (sensor-missing 1))
; expect match: `sensor_missing` is declared at .*/left-out\.h:17, but the program does not export it\.
; expect match: It may need another library.*
(why (sensor-old))
; expect match: `sensor_old` cannot be used: .*/left-out\.h:18 says that it is unavailable\.
; expect: nil
(why (sensor-cop))
; expect: Nothing is called `sensor-cop`.
; expect: Did you mean `sensor-old`?

; Documentation says so too.
(display (documentation 'sensor_dump))
; expect match: `sensor_dump` is not here: it is declared at .*/left-out\.h:5 when SENSOR_DEBUG is defined\.
; expect: Load the header with :define "SENSOR_DEBUG".
(display (documentation 'sensor_missing))
; expect: int sensor_missing(int sensor)
; expect:
; expect: In Lisp: (sensor-missing sensor)
; expect: It cannot be used: not exported by the program.
; expect match: Declared at .*/left-out\.h:17\.
(display (documentation 'c/abs))
; expect: int abs(int value)
; expect:
; expect: In Lisp: (abs value)
; expect: Deprecated: use labs.
; expect match: Declared at .*/left-out\.h:19, from libc\.so\.6\.

; What it waits for brings it.
(load-header-with-lib "here/left-out.h" nil :define "SENSOR_DEBUG" :as "debug")
(print SENSOR_DUMP_LINES)
; expect: 40
