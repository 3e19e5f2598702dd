; Every name of the language says how it is written and what it does: `doc` shows three lines or more, of which the
; last says what kind of thing it is.
(define (undocumented? name)
  (let [text (lines (or (documentation name) ""))]
    (or (< (count text) 3) (some (fn [line] (= line "")) text))))

(print (filter undocumented? (language-names)))
; expect: []

; Sentences end.
(define (open-ended? name)
  (let [text (lines (documentation name))]
    (not (contains? [#\. #\! #\?] (last (nth text (- (count text) 2)))))))

(print (filter open-ended? (language-names)))
; expect: []

; A docstring that begins with a call says how it is written; a variable has its docstring before its value.
(define (area &rest sides)
  "(area width [height]) is the area of a rectangle."
  (product sides))
(define answer "What Deep Thought computed." 42)
(doc area)
(doc answer)
; expect: (area width [height])
; expect: Is the area of a rectangle.
; expect: A function, defined at here/documentation.lisp:19:1.
; expect:
; expect: (define (area &rest sides)
; expect:   "(area width [height]) is the area of a rectangle."
; expect:   (product sides))
; expect: answer is 42
; expect: What Deep Thought computed.
; expect: An integer.

; `apropos` finds names by what their documentation says.
(apropos "TERMINAL")
; expect: string-width  function  The columns that the string takes on a terminal.
