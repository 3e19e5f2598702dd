; A GTK4 application: a window with a label and a button, which closes it.
;
;     elle examples/gtk4-app.lisp

; Load GTK4 with auto-generated bindings
(load-header-with-lib "gtk/gtk.h"
                       "libgtk-4.so.1")

; Create application
(let app (gtk-application-new "com.example.HelloElleGTK" 0))

; Define activate callback
(define (on-activate app)
  (let window (gtk-application-window-new app))
  (gtk-window-set-title window "Hello from Elle!")
  (gtk-window-set-default-size window 400 300)

  (let box (gtk-box-new GTK_ORIENTATION_VERTICAL 0))
  (gtk-widget-set-margin-top box 12)
  (gtk-widget-set-margin-bottom box 12)
  (gtk-widget-set-margin-start box 12)
  (gtk-widget-set-margin-end box 12)

  (let label (gtk-label-new "Welcome to Elle!"))
  (gtk-box-append box label)

  (let button (gtk-button-new-with-label "Click me"))
  (g-signal-connect! button "clicked"
    (make-c-callback
      (fn [widget data]
        (print "Button clicked from Elle!")
        (gtk-window-close window))
      :args (:pointer :pointer)
      :return :void)
    nil)
  (gtk-box-append box button)

  (gtk-window-set-child window box)
  (gtk-widget-show window))

; Connect and run
(g-signal-connect! app "activate"
  (make-c-callback on-activate :args (:pointer :pointer) :return :void)
  nil)

(exit (g-application-run app 0 nil))

; screen: 640x480
; shell: elle here/../tests/showcases/gtk4-app.lisp
; expect: Hello from Elle!
; expect: Welcome to Elle! - Click me
; expect: noticed without its GtkLabel #t
; expect: noticed without its GtkButton #t
; expect: Button clicked from Elle!
