; The signature of the call that is being typed, with the parameter that the argument at the cursor is for.
(load-header-with-lib "here/canvas.h" "fixtures/libcanvas.so")
(define (area width &optional (height 1) &rest more &key (unit "m") name) "The area. Of what it is." nil)
(define window (make-struct Window))

(define (hint text)
  "Shows the hint at the `|` of a text."
  (let at (index-of text "|"))
  (let found (signature-hint (str (slice text 0 at) (slice text (+ at 1))) at))
  (print (and found (str (get found :prototype) " <" (or (get found :parameter) "") ">"
                         (if (get found :about) (str " " (get found :about)) "")))))

; C functions: as C writes them, in either spelling.
(hint "(canvas_widget_new |")             ; expect: Widget *canvas_widget_new(int width, int height) <int width>
(hint "(canvas-widget-new 1 | )")         ; expect: Widget *canvas_widget_new(int width, int height) <int height>
(hint "(canvas-widget-new! 1 2|")         ; expect: Widget *canvas_widget_new(int width, int height) <int height>
(hint "(canvas-widget-new 1 2 |)")        ; expect: Widget *canvas_widget_new(int width, int height) <>
(hint "(c/canvas_widget_new|")            ; expect: Widget *canvas_widget_new(int width, int height) <>
; What is known of the parameter's type.
(hint "(canvas-widget-show w |)")         ; expect: void canvas_widget_show(Widget *widget, Align align) <Align align> ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT
(hint "(canvas-sort v 3 |)")              ; expect: void canvas_sort(void *items, int count, Compare compare) <Compare compare> Compare is int (*)(const void *, const void *)
; A count that may be left out, and has been.
(hint "(canvas-widget-count [1 2] |)")    ; expect: int canvas_widget_count(const int *items, unsigned int count, const char *name) <unsigned int count> may be left out: how many items
(hint "(canvas-widget-count [1 2] \"|\")") ; expect: int canvas_widget_count(const int *items, unsigned int count, const char *name) <const char *name>
(hint "(canvas-log \"%d\" 1 2 |)")        ; expect: int canvas_log(const char *format, ...) <...>
(hint "(canvas-old |)")                   ; expect: int canvas_old(int x) <int x> deprecated: use canvas_log
(hint "(CANVAS_MAX 1 |)")                 ; expect: CANVAS_MAX(first, second) <second>
(hint "((.draw window) w |)")             ; expect: void (.draw window)(Widget *, int) <int>
(hint "(CANVAS_LIMIT |)")                 ; expect: nil

; Fields.
(hint "(.title window|)")                 ; expect: const char *title <> at byte 24 of Window
(hint "(.flags (.frame window)|)")        ; expect: unsigned int flags : 3 <> at byte 8 of Frame
(hint "(make-struct Frame 1 |)")          ; expect: Frame {int left; int top; unsigned int flags : 3; double scale; long zoom} <int top>
(hint "(make-struct 'Frame :zoom |)")     ; expect: Frame {int left; int top; unsigned int flags : 3; double scale; long zoom} <long zoom>

; Lisp: functions, macros, special forms; also those that are only being written.
(hint "(area 1 2 3 4 |)")                 ; expect: (area width &optional (height 1) &rest more &key (unit "m") name) <more> The area.
(hint "(area 1 :name \"x\" :unit |)")     ; expect: (area width &optional (height 1) &rest more &key (unit "m") name) <(unit "m")> The area.
(hint "(get {:a 1} :a |)")                ; expect: (get coll key [default]) <default> The item of a list, vector, string or bytes at an index from 0, the value of a map's key, or an element or field of C memory.
(hint "(error \"no\" :kind |)")           ; expect: (error message [data] :kind kind :next-step text) <:kind kind> Raises an error with a message for people, and data, a kind (:user) and an advice for those who catch it.
(hint "(let x |)")                        ; expect: (let name value) <value> The first binds a name until the end of the body that it stands in; at top level it defines.
(hint "(let [x |])")                      ; expect: (let [name value …] body…) <[name value …]> The first binds a name until the end of the body that it stands in; at top level it defines.
(hint "(define (twice n) n)\n(twice |")   ; expect: (twice n) <n>
(hint "(let [f (fn [a b] a)] (f 1 |")     ; expect: (f a b) <b>

; The innermost call that is known; data and comments are none.
(hint "(area (unheard-of |")              ; expect: (area width &optional (height 1) &rest more &key (unit "m") name) <width> The area.
(hint "(area 1 [2 |")                     ; expect: (area width &optional (height 1) &rest more &key (unit "m") name) <(height 1)> The area.
(hint "'(area |")                         ; expect: nil
(hint "(area ; 1 |")                      ; expect: nil
(hint "|")                                ; expect: nil
(hint "(area #\\( |")                     ; expect: (area width &optional (height 1) &rest more &key (unit "m") name) <(height 1)> The area.
