; What a call leaves behind is settled when it is over, whichever way it ended, and never shows in a later one.
(load-header-with-lib ["here/call-scope.h" "stdlib.h"] "fixtures/libcall-scope.so")
(define throw-cpp (cast "void (*)(const char *)" (get-library-function "libstdc++.so.6" "_ZSt20__throw_out_of_rangePKc")))
(defmacro (failure &rest body) `(try (do ,@body) (catch e (error-message e))))

(print (failure (call-and-throw (fn [n] n) "too far" throw-cpp)))
; expect: `call_and_throw` threw a C++ exception: too far.
(print (add-up [1 2 3]))
; expect: 6

; A callback that failed before C++ threw: its failure came first, and is raised by this call.
(print (failure (call-and-throw (fn [n] (error "The callback failed.")) "too far" throw-cpp)))
; expect: The callback failed.
(print (failure (abs -4)) (add-up [1 2 3]))
; expect: 4 6
; So with one that throws any value, and one deeper in.
(print (try (call-and-throw (fn [n] (throw :mine)) "too far" throw-cpp) (catch e e)))
; expect: :mine
(print (failure (call-twice (fn [n] (call-and-throw (fn [m] (error (str "Inner " n))) "x" throw-cpp)))))
; expect: Inner 1
(print (failure (call-twice (fn [n] (call-and-throw (fn [m] m) (str "x" n) throw-cpp)))) (abs -5))
; expect: `call_and_throw` threw a C++ exception: x1. 5

; An array that C was given is not read back after an exception, and is not kept for ever.
(define items [1 2])
(print (failure (double-and-throw items 2 throw-cpp)) items)
; expect: `double_and_throw` threw a C++ exception: doubled. [1 2]
(print (add-up items 2) items)
; expect: 3 [1 2]

; A callback that was freed and called all the same, with an exception after it.
(define gone (make-c-callback (fn [n] n) :args (:int) :return :int))
(define address (cast "int (*)(int)" (address-of gone)))
(free gone)
(print (failure (call-and-throw address "too far" throw-cpp)))
; expect match: Callback .* was called after its release; it answered with zero\.
(print (add-up [4 5]))
; expect: 9

; A fault answers for what came before it.
(print (failure (crash-after (fn [n] (error "The callback failed.")) (cast "int *" 16))))
; expect match: `crash_after` failed in C with SIGSEGV at address 0x10\. .*
(print (failure (crash-after address (cast "int *" 16))))
; expect match: `crash_after` failed in C with SIGSEGV at address 0x10\. .*
(print (add-up [4 5 6]))
; expect: 15

; So with an argument that is refused after others were converted.
(print (failure (double-and-throw [1 2] 2 "no function")))
; expect match: Argument 3 of `double_and_throw`, `thrower`, is .*
(print (add-up [7 8]))
; expect: 15
