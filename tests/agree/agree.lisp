; The Lisp side's half of the comparison: a value is right when it prints as the wanted one does, which no number that
; differs in kind, sign or last bit does.
(define (same? found wanted)
  (cond ((map? wanted) (every? (fn [name] (same? (get found name) (get wanted name))) (keys wanted)))
        ((vector? wanted)
         (and (= (count found) (count wanted))
              (every? (fn [i] (same? (get found i) (get wanted i))) (range (count wanted)))))
        (else (= (format "~s" found) (format "~s" wanted)))))

(define (item-name index) (if (= index -1) "result" (format "argument ~a" (+ index 1))))
(define (complain number way what found wanted)
  (printf "~a ~a, ~a: ~s came, ~s was wanted~%" number way what found wanted))

(define (check-c-side number way end)
  (let item (agree-mismatch))
  (cond ((> item -2) (printf "~a ~a, ~a: C saw another value~%" number way (item-name item)))
        ((not (= (agree-end) end)) (printf "~a ~a: C saw another number of values~%" number way))))

; Lisp calls C.
(define (check-call number begin end call wanted)
  (agree-begin begin)
  (try (do (let found (call))
           (unless (same? found wanted) (complain number "call" "result" found wanted))
           (check-c-side number "call" end))
       (catch e (printf "~a call: ~a~%" number (error-message e)))))

; C calls Lisp; the callback says with `arrived` what came.
(define (check-callback number begin end call)
  (agree-begin begin)
  (try (do (call)
           (check-c-side number "callback" end))
       (catch e (printf "~a callback: ~a~%" number (error-message e)))))

(define (arrived number index found wanted)
  (unless (same? found wanted) (complain number "callback" (item-name index) found wanted)))

; What a callback answers outlives it, so the texts in it must.
(define texts nil)
(define (kept-text text)
  (set! texts (cons (c-copy text) texts))
  (first texts))
(define (free-texts) (for-each free texts))
(define (kept value)
  (cond ((string? value) (kept-text value))
        ((map? value) (map-vals kept value))
        ((vector? value) (list->vector (map kept (to-list value))))
        (else value)))
