; Functions that make functions.
(print ((compose inc abs) -5) ((compose) 3) ((compose str +) 1 2) ((partial + 1 2) 3) ((complement odd?) 2) ((constantly 7) 1 2))
; expect: 6 3 3 6 #t 7
(print ((juxt inc dec) 5))
; expect: [6 4]
(define calls 0)
(define slow (memoize (fn [x] (set! calls (+ calls 1)) (* x x))))
(print (slow 4) (slow 4) calls)
; expect: 16 16 1
