; A C library's own threads call Lisp functions.
(load-header-with-lib ["here/threads.h" "stdlib.h" "string.h" "errno.h"] "fixtures/libthreads.so")

; While the script waits in C for them.
(define count 0)
(define (note thread turn) (set! count (+ count 1)) (+ thread turn))
(print (call-from-threads note 4 50) count)
; expect: 5200 200

; While the script goes on running Lisp, in calls and in loops.
(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(set! count 0)
(start-threads note 4 50)
(while (< count 100) (fib 3))
(print (fib 10))
; expect: 55
(print (join-threads) count)
; expect: 5200 200

; While it sleeps.
(set! count 0)
(start-threads note 2 20)
(while (< count 40) (sleep 0.001))
(print (join-threads))
; expect: 400

; What a callback needs while another thread runs is not collected, and what none needs is.
(define (work thread turn)
  (define text (str "thread " thread ", turn " turn))
  (define items (map (fn [i] (str text ", item " i)) (range 10)))
  (collect-garbage)
  (qsort (make-array :int [3 1 2]) 3 4 (fn [a b] (- (deref (cast "int *" a)) (deref (cast "int *" b)))))
  (if (= (string-length (last items)) (+ (string-length text) 8)) 1 0))
(start-threads work 3 8)
(define kept (map (fn [i] (str "kept " i)) (range 100)))
(print (join-threads) (last kept))
; expect: 24 kept 99

; Callbacks that call C that calls back, on each of the threads.
(print (call-from-threads (fn [thread turn] (call-here (fn [a b] (call-here + a b)) thread turn)) 3 10))
; expect: 165

; A thread that waits in C inside of its callback stops nobody else: not the script, whose C function may return
; meanwhile, and not other threads.
(close-gate)
(define waiting 0)
(start-threads (fn [thread turn] (set! waiting (+ waiting 1)) (wait-at-gate) 5) 2 1)
(while (< waiting 2) (strlen "waits"))
(print (call-here (fn [a b] (call-here + a b)) 20 3))
; expect: 23
(open-gate)
(print (join-threads))
; expect: 10

; Structs by value, in registers and in memory.
(define moved (move-on-thread (fn [p thread] (make-struct point (+ (.x p) thread) (* 2 (.y p)))) {:x 1 :y 1.5}))
(print (.x moved) (.y moved))
; expect: 8 3.0
(define turned (turn-on-thread (fn [l] [(reverse (map (fn [i] (get (.values l) i)) (range 5)))]) {:values [1 2 3 4 5]}))
(print (get (.values turned) 0) (get (.values turned) 4))
; expect: 5 1

; errno is each thread's own, and C finds it as it left it.
(print (errno-around (fn [a b] (strtol "99999999999999999999999" nil 10) 0) 7))
; expect: 7
(set-errno! 3)
(call-from-threads (fn [a b] (strtol "99999999999999999999999" nil 10) (errno)) 2 2)
(print (errno))
; expect: 3
