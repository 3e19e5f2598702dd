; Completion and hints take any text, with the cursor anywhere in it: whatever is open, wrong or no text at all.
(load-header-with-lib "here/canvas.h" "fixtures/libcanvas.so")
(define window (make-struct Window))

(define pieces
  ["(" ")" "[" "]" "{" "}" "\"" "\\" "'" "`" "," ",@" "#;" "#|" "|#" "#\\(" "#u8(" ";" "\n" " " ":" "." "/" "ä" "\0" "12"
   "nil" "#" "canvas-widget-new " "(let [x " "(define (f a &key b) " "(match x (" "(.title window" "(struct-get window '"
   "(make-struct 'Frame :" "(for [i " "(-> window ." "(cast \"Wid" "(load-header-with-lib \"" "(canvas-sort [1] " "f "])

(define state 7)
(define (random-piece)
  (set! state (remainder (+ (* state 1103515245) 12345) 2147483648))
  (get pieces (remainder (quotient state 65536) (count pieces))))

(dotimes [round 60]
  (let text (join (map (fn [_] (random-piece)) (range (+ 1 (remainder round 12)))) ""))
  (for [cursor (range (+ (count text) 1))]
    (completions text cursor)
    (signature-hint text cursor)))

; What nests deep, and what is long, is no slower than a person's text: only what is near the cursor is read.
(define deep (join (map (fn [_] "(canvas-widget-new [") (range 50000)) ""))
(print (< 0 (count (completions (str deep "canvas")))))                                 ; expect: #t
(print (get (signature-hint (str deep ")(canvas-widget-new 1 ")) :parameter))            ; expect: int height
(print (get (signature-hint (str deep "\n(canvas-log \"x\" ") ) :parameter))             ; expect: ...
(define long (join (map (fn [_] "(define x \"text ( ; \") ; a comment (\n") (range 30000)) ""))
(print (get (signature-hint (str long "(canvas-widget-new 1 ") ) :parameter))            ; expect: int height
(let started (monotonic-time))
(completions (str long "(canvas-widget-") (count long))
(print (< (- (monotonic-time) started) 0.5))                                             ; expect: #t
