(import "timing.lisp" :as timing)
(load-header-with-lib "./bench.h" "./libbench.so")

(define (compare a b) (- (deref a) (deref b)))

(timing/whole "sort" (fn [_] (bench-sort compare)) nil)
