; A library without debug information is compared by its symbols alone; its header declares functions of other systems.
(define found (verify-library (use-library "sqlite3")))
(print (get found :not-compared))
(print (get found :compared) (get found :different) (get found :versioned))
(print (some? (find (fn [one] (= (get one :name) "sqlite3_win32_set_directory")) (get found :missing))))
(print (some? (find (fn [one] (= (get one :name) "sqlite3_open")) (get found :missing))))
; expect match: `.*libsqlite3.*` has no debug information\.
; expect: 0 [] []
; expect: #t
; expect: #f

; A function in several versions is called in the default one.
(define versioned (get (verify-library (load-header-with-lib "stdlib.h" "libc.so.6")) :versioned))
(print (first (filter (fn [one] (= (get one :name) "realpath")) versioned)))
; expect match: \{:name realpath :versions \[GLIBC_2\.3 GLIBC_2\.2\.5\] :default GLIBC_2\.3 .*

(try (verify-library "libnothing.so") (catch e (print (error-message e))))
; expect: No header of `libnothing.so` has been loaded.
(try (verify-library 5) (catch e (print (error-message e))))
; expect: Argument 1 of `verify-library` is 5, but a library or its name is expected.
