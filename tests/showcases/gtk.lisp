; Drives a GTK example from within: its window comes up, and GTK's own main loop calls the steps of the test.

(import "screen.lisp")
(use-library "gtk4")

(let pace 40)         ; milliseconds between two looks
(let patience 10)     ; seconds for a step to become true

(define (window)
  "The example's window; nil as long as there is none that is shown."
  (let app (g-application-get-default))
  (let shown (and app (gtk-application-get-active-window app)))
  (when (and shown (gtk-widget-get-mapped shown) (> (gtk-widget-get-width shown) 0))
    shown))

(define (picture)
  "What is on the screen where the window is: at the top left, for there is no window manager."
  (screen/take-picture 0 0 (gtk-widget-get-width (window)) (gtk-widget-get-height (window))))

(define (children widget)
  (loop next [child (gtk-widget-get-first-child widget) found []]
    (if child (next (gtk-widget-get-next-sibling child) (push! found child)) found)))

(define (of-class name widget)
  "All widgets of a class in a widget, itself included."
  (append (if (= name (g-type-name-from-instance widget)) (list widget) nil)
          (map-concat (fn [child] (of-class name child)) (children widget))))

(define (click button)
  "As when the mouse button is released over it. gtk_widget_activate would press the button for a while first."
  (g-signal-emit-by-name button "clicked")
  #t)

(define (place widget)
  "[x y width height] of a widget in its window."
  (let bounds (make-struct graphene_rect_t))
  (assert (gtk-widget-compute-bounds widget (gtk-widget-get-root widget) bounds))
  (map round [(.x (.origin bounds)) (.y (.origin bounds)) (.width (.size bounds)) (.height (.size bounds))]))

(define (drive steps)
  "What the main loop of the example that is imported next will do besides: each step is called again and again until it
returns true, then the next one. A step that fails or does not become true in time ends the application."
  (let deadline (+ (monotonic-time) patience))
  (define (look _)
    (try
      (cond ((empty? steps) #f)
            ((> (monotonic-time) deadline) (error (format "~d steps were left." (count steps))))
            (else
             (when ((first steps))
               (set! steps (rest steps))
               (set! deadline (+ (monotonic-time) patience)))
             #t))
      (catch e
        (g-application-quit (g-application-get-default))
        (throw e))))
  (g-timeout-add pace (make-c-callback look :args (:pointer) :return :int) nil))
