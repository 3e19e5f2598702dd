; The roadmap's blocks about GTK4 that are no program of their own: 3.2 (a generated binding), 3.3 (its use) and 4.1
; (callbacks). What had to be changed in them stands in docs/roadmap-notes.md.
; screen: 640x480

; --- 3.2: what a generator writes, used without any header -----------------------------------------------------------

(define-c-struct GtkAllocation
  (x :int)
  (y :int)
  (width :int)
  (height :int))

(define (gtk-init!)
  (ffi-call "libgtk-4.so.1" "gtk_init" () :void))

(define (gtk-window-new)
  (ffi-call "libgtk-4.so.1" "gtk_window_new" () :pointer))

(define (gtk-widget-get-allocated-width widget)
  (ffi-call "libgtk-4.so.1" "gtk_widget_get_allocated_width"
    (:pointer) :int
    widget))

(define (gtk-window-set-title window title)
  (ffi-call "libgtk-4.so.1" "gtk_window_set_title"
    (:pointer :string) :void
    window title))

(gtk-init!)
(let window (gtk-window-new))
(gtk-window-set-title window "By hand")
(print (gtk-widget-get-allocated-width window))
; expect: 0

; --- 3.3: the same from the header -----------------------------------------------------------------------------------

(load-header-with-lib "gtk/gtk.h" "libgtk-4.so")

; Now all GTK4 functions are available as Elle functions
(let shown (c/gtk-window-new))
(c/gtk-window-set-title shown "Hello from Elle!")
(gtk-widget-show shown)
(print (gtk-window-get-title shown) (gtk-widget-get-visible shown))
; expect: Hello from Elle! #t

; --- 4.1 -------------------------------------------------------------------------------------------------------------

; Define a callback function
(define (on-button-clicked widget data)
  (print "Button clicked!")
  nil)

; Register it with GTK
(let button (gtk-button-new))
(let callback (make-c-callback on-button-clicked
                 :args (:pointer :pointer)
                 :return :void))
(g-signal-connect! button "clicked" callback nil)
(g-signal-emit-by-name button "clicked")
; expect: Button clicked!
