; (loaded) tells what is loaded, from where, and how much of it can be used.
(loaded)
; expect: Nothing is loaded: (use-library "sqlite3") loads an installed package.
(load-header-with-lib "here/garden.h" "fixtures/libgarden.so" :as 'g)
(define found (first (loaded-libraries)))
(print (map (fn [key] (get found key)) [:header :library :prefix :package]))
; expect: [here/garden.h fixtures/libgarden.so g nil]
(print (ends-with? (get found :header-path) "here/garden.h") (get found :path))
; expect: #t fixtures/libgarden.so
(print (map (fn [key] (get found key)) [:functions :uncallable :types :constants :macros :variables]))
; expect: [14 1 6 3 1 1]
(loaded)
; expect: here/garden.h
; expect:   library     fixtures/libgarden.so
; expect match:   header      .*garden.h, (from the cache|parsed)
; expect:   has         14 functions (1 cannot be called), 6 types, 3 constants, 1 variable, 1 function-like macro
; expect:   reached by  g/name

; A package, and a library alone.
(use-library "zlib")
(load-library "libm.so.6")
(print (map (fn [one] (get one :package)) (loaded-libraries)))
; expect: [nil zlib nil]
(print (get (last (loaded-libraries)) :header))
; expect: nil
