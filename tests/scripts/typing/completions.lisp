; What could stand at the cursor: names in every spelling, what fits the place first.
(load-header-with-lib "here/canvas.h" "fixtures/libcanvas.so" :as "canvas")
(define widget (canvas-widget-new 1 2))
(define window (make-struct Window))
(define (widget-area widget &key unit (scale 1)) nil)
(define words "some text")

(define (first-ones text limit)
  "Shows the first candidates at the `|` of a text."
  (let at (index-of text "|"))
  (let found (completions (str (slice text 0 at) (slice text (+ at 1))) at))
  (print (join (map (fn [candidate] (get candidate :text)) (take limit found)) " ")))
(define (show text) (first-ones text 4))

; Every spelling of a name; what is put there is spelt as what was typed.
(show "(canvas_widget_n|")        ; expect: canvas_widget_new
(show "(canvas-widget-n|")        ; expect: canvas-widget-new
(show "(canvaswidgetn|")          ; expect: canvas-widget-new
(show "(canvas_WidgetC|")         ; expect: canvas_WidgetCopy canvas_widget_count
(show "(canvas-widget-cop|")      ; expect: canvas-widget-copy
(show "(cwn|")                    ; expect: canvas-widget-new
(show "(c-w-s|")                  ; expect: canvas-widget-show
(show "(CANVAS_L|")               ; expect: CANVAS_LIMIT
(show "(+ canvas_l|")             ; expect: canvas_log CANVAS_LIMIT
; The middle of a name is a last resort.
(show "(WidgetCop|")              ; expect: canvas_WidgetCopy
(show "(widget-new|")             ; expect: canvas-widget-new
(show "(idget-ne|")               ; expect: canvas-widget-new
(show "(canvas_widget_new_ones|") ; expect:
; Reached by a prefix.
(show "(canvas/canvas_fr|")       ; expect: canvas_frame
(show "(c/canvas-fr|")            ; expect: canvas-frame

; What is bound where the cursor is, then what the script defines, then the language, then headers.
(show "(define (f wide word) (wo|")             ; expect: word words
(show "(let [wob 1 wot 2] (+ wo|))")            ; expect: wob wot words
(show "(let [wob wo|")                          ; expect: words
(show "(let ((wob 1)) (+ wo|")                  ; expect: wob words
(show "(for [woe [1 2] :let [wou 3]] (+ wo|")   ; expect: woe wou words
(show "(loop wop [won 1] (wo|")                 ; expect: won wop words
(show "(match x ({:a wob} (+ wo|")              ; expect: wob words
(show "(try 1 (catch wow (wo|")                 ; expect: wow words
(show "(define (wonder a) a)\n(wo|")            ; expect: wonder words
(show "(hash-m|")                               ; expect: hash-map
(show "(whi|")                                  ; expect: while whitespace?

; What has the type that the parameter wants.
(show "(canvas-widget-show |")                  ; expect: widget canvas-widget-copy canvas-widget-new show
(first-ones "(canvas_widget_show c|" 2)           ; expect: canvas_WidgetCopy canvas_widget_new
(first-ones "(canvas-widget-show widget |" 3)     ; expect: ALIGN_LEFT ALIGN_RIGHT ALIGN_CENTRE
(show "(canvas-sort widget 3 wi|")              ; expect: widget-area widget window with
(show "(canvas-frame w|")                       ; expect: window words widget widget-area
(show "(let [wa (make-struct Window) wb 1] (canvas-frame w|") ; expect: wa window wb words

; Fields of what is known, in their order.
(show "(.| window)")                            ; expect: .frame .title .draw
(show "(.t| window)")                           ; expect: .title
(show "(.| (.frame window))")                   ; expect: .left .top .flags .scale
(show "(set! (.z| (.frame window)) 1)")         ; expect: .zoom
(show "(-> window .frame .t|")                  ; expect: .top
(show "(-> window (.ti|))")                     ; expect: .title
(show "(let [r (make-struct 'Frame)] (.to| r))") ; expect: .top
(show "(let [r (when 1 (make-struct 'Frame))] (.to| r))") ; expect: .top
(show "(let [r (with [f 1] (make-struct 'Frame))] (.to| r))") ; expect: .top
(show "(.le| (canvas-frame window))")           ; expect: .left
(show "(struct-get window '|)")                 ; expect: frame title draw
(show "(struct-get window 'frame '|)")          ; expect: left top flags scale
(show "(make-struct 'Frame :|")                 ; expect: :left :top :flags :scale
(show "(make-struct Frame :left 1 :|")          ; expect: :top :flags :scale :zoom
(show "(.| (cast \"Frame *\" 0))")              ; expect: .left .top .flags .scale
(show "(.| words)")                             ; expect:

; Keyword arguments that are not given yet.
(show "(widget-area widget :|")                 ; expect: :unit :scale
(show "(widget-area widget :unit 3 :|")         ; expect: :scale
(show "(load-header-with-lib \"x\" \"y\" :|")   ; expect: :as :include :define :flags
(show "(error \"no\" :n|")                      ; expect: :next-step
(show "(sizeof :uint3|")                        ; expect: :uint32_t

; Types where one is wanted.
(show "(make-struct 'Wi|")                      ; expect: Widget Window widget window
(show "(cast \"const Wid|")                     ; expect: Widget

; Nothing in comments, characters and numbers.
(show "; canvas_l|")                            ; expect:
(show "#\\c|")                                  ; expect:
(show "12|")                                    ; expect:

; The rest of a name behind the cursor is replaced with it; what it is stands beside it.
(for [text ["(canvas_wi|dget_old" "(canvas_ol|" "(canvas_abs|" "(.ti| window)" "(CANVAS_M|" "(canvas-widget-show widget ALIGN_R|" "(words|"]]
  (let at (index-of text "|"))
  (print (first (completions (str (slice text 0 at) (slice text (+ at 1))) at))))
; expect: {:text canvas_widget_new :about Widget *canvas_widget_new(int width, int height) :usable #t}
; expect: {:text canvas_old :about deprecated; int canvas_old(int x) :usable #t}
; expect: {:text canvas_absent :about not exported by fixtures/libcanvas.so :usable #f}
; expect: {:text .title :about const char *title, offset 24 :usable #t}
; expect: {:text CANVAS_MAX :about CANVAS_MAX(first, second) :usable #t}
; expect: {:text ALIGN_RIGHT :about = 2, Align :usable #t}
; expect: {:text words :about "some text" :usable #t}
