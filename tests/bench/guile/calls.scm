(use-modules (system foreign) (system foreign-library) (rnrs bytevectors))

(define (bench name return arguments)
  (foreign-library-function "./libbench.so" name #:return-type return #:arg-types arguments))

(define bench-now (bench "bench_now" double '()))
(define bench-add (bench "bench_add" int (list int int)))
(define bench-length (bench "bench_length" size_t '(*)))
(define point-type (list int64 double))
(define bench-step (bench "bench_step" point-type (list point-type)))
(define bench-callbacks (bench "bench_callbacks" int (list '* int)))
(define bench-sort (bench "bench_sort" int '(*)))

(define (best-of body argument)
  (let loop ((round 0) (best 1e9))
    (if (= round 3)
        best
        (let ((start (bench-now)))
          (body argument)
          (loop (+ round 1) (min best (- (bench-now) start)))))))

(define (report name value) (format #t "~a ~a\n" name value))

;; Nanoseconds of one turn, over as many turns as fill 0.05 seconds.
(define (per-turn name body)
  (let grow ((count 1000))
    (if (< (best-of body count) 0.05)
        (grow (* count 2))
        (report name (* 1e9 (/ (best-of body count) count))))))

(define (whole name body argument) (report name (* 1e3 (best-of body argument))))

(define-syntax-rule (turns count body) (let loop ((i 0)) (when (< i count) body (loop (+ i 1)))))

(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))

(define next-number (procedure->pointer int (lambda (number) (+ number 1)) (list int)))
(define (number-at pointer) (bytevector-s32-native-ref (pointer->bytevector pointer 4) 0))
(define compare (procedure->pointer int (lambda (a b) (- (number-at a) (number-at b))) '(* *)))

(per-turn "call" (lambda (count) (let loop ((i 0)) (when (< i count) (bench-add i 1) (loop (+ i 1))))))
(per-turn "string" (lambda (count) (turns count (bench-length (string->pointer "hello, world")))))
(per-turn "point"
          (lambda (count)
            (let loop ((i 0) (point (make-c-struct point-type '(0 0.0))))
              (when (< i count) (loop (+ i 1) (bench-step point))))))
(per-turn "callback" (lambda (count) (bench-callbacks next-number count)))
(per-turn "field"
          (lambda (count)
            (let ((point (make-bytevector 16 0)))
              (turns count (bytevector-ieee-double-native-set!
                            point 8 (+ 1.0 (bytevector-ieee-double-native-ref point 8)))))))
(whole "sort" (lambda (unused) (bench-sort compare)) #f)
(whole "fib" fib 30)
(whole "loop" (lambda (count) (turns count #t)) 10000000)
