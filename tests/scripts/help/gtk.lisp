; GTK's headers say little; what its .gir file says stands in their place, with who owns what in words.
(use-library "gtk4")
(define (has? name &rest texts) (every? (fn [text] (contains? (documentation name) text)) texts))
(print (has? 'gtk-window-set-title "Sets the title of the `GtkWindow`." "title   title of the window (may be NULL)"
             "In Lisp: (gtk-window-set-title window title)" "gtkwindow.h:"))
; expect: #t
(print (has? 'gtk_builder_new_from_file "(yours to free)"))
; expect: #t
(print (has? 'GtkWindow "It is a kind of GtkWidget." "close-request  " "  default-width  "))
; expect: #t
(print (has? 'GtkAlign "GTK_ALIGN_FILL = 0 " "stretch to fill all space"))
; expect: #t
(print (has? "GtkWindow::close-request" "A signal.") (has? "GtkWindow:title" "A property."))
; expect: #t #t
(print (has? 'g_list_free "Frees all of the memory" "from libglib-2.0.so.0."))
; expect: #t
