; A thread that ends itself in the middle of a callback leaves nothing behind. In the release build only: the address
; sanitizer cannot follow an unwinding that ends its thread, and says so by ending the program.
(load-header-with-lib "here/threads.h" "fixtures/libthreads.so")
(print (call-from-threads (fn [thread turn] (call-here (fn [a b] (end-this-thread) 1) 0 0)) 3 1))
; expect: 0
(print (call-from-threads (fn [thread turn] (+ thread turn)) 3 3))
; expect: 18
