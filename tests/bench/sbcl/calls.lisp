;; SBCL has no plain way to pass a struct by value, so there is no `point` here.
(declaim (optimize (speed 2) (safety 1)))
(load-shared-object "./libbench.so")
(define-alien-type nil (struct point (x (signed 64)) (y double)))
(define-alien-routine bench-now double)
(define-alien-routine bench-add int (a int) (b int))
(define-alien-routine bench-length unsigned-long (text c-string))
(define-alien-routine bench-callbacks int (f system-area-pointer) (count int))
(define-alien-routine bench-sort int (compare system-area-pointer))

(defun best-of (body argument)
  (loop repeat 3 minimize (let ((start (bench-now))) (funcall body argument) (- (bench-now) start))))

(defun show-result (name value) (format t "~a ~,4f~%" name value))

;; Nanoseconds of one turn, over as many turns as fill 0.05 seconds.
(defun per-turn (name body)
  (let ((count 1000))
    (loop while (< (best-of body count) 0.05) do (setf count (* 2 count)))
    (show-result name (* 1d9 (/ (best-of body count) count)))))

(defun whole (name body argument) (show-result name (* 1d3 (best-of body argument))))

(defun fib (n) (declare (fixnum n)) (if (< n 2) n (the fixnum (+ (fib (- n 1)) (fib (- n 2))))))

(defvar *next-number* (sb-alien::alien-lambda int ((number int)) (+ number 1)))
(defvar *compare*
  (sb-alien::alien-lambda int ((a system-area-pointer) (b system-area-pointer))
    (- (sb-sys:signed-sap-ref-32 a 0) (sb-sys:signed-sap-ref-32 b 0))))

(per-turn "call" (lambda (count) (declare (fixnum count)) (dotimes (i count) (bench-add i 1))))
(per-turn "string" (lambda (count) (declare (fixnum count)) (dotimes (i count) (bench-length "hello, world"))))
(per-turn "callback" (lambda (count) (bench-callbacks (alien-sap *next-number*) count)))
(per-turn "field"
          (lambda (count)
            (declare (fixnum count))
            (with-alien ((point (struct point)))
              (setf (slot point 'y) 0d0)
              (dotimes (i count) (setf (slot point 'y) (+ 1d0 (slot point 'y)))))))
(whole "sort" (lambda (unused) (declare (ignore unused)) (bench-sort (alien-sap *compare*))) nil)
(whole "fib" #'fib 30)
(whole "loop" (lambda (count) (declare (fixnum count)) (dotimes (i count))) 10000000)
