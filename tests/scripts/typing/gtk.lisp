; Completion among the 25,000 names of GTK: initials, and families of classes whose structs only C knows.
(load-header-with-lib "gtk/gtk.h" "libgtk-4.so.1")
(define label (cast "GtkWidget *" 64))
(define list (cast "GListStore *" 64))
(define title (cast "GtkLabel *" 64))

(define (show text limit)
  "Shows the first candidates at the end of a text."
  (print (join (map (fn [candidate] (get candidate :text)) (take limit (completions text))) " ")))

(show "(gwn" 1)                                ; expect: gtk-window-new
(show "(gtk-w-n" 1)                            ; expect: gtk-window-new
(show "(gtk_label_set_text gtk" 2)             ; expect: gtk_label_new gtk_label_new_with_mnemonic
(show "(gtk-orientable-set-orientation la" 1)  ; expect: label
(show "(gtk-orientable-set-orientation label " 2) ; expect: GTK_ORIENTATION_VERTICAL GTK_ORIENTATION_HORIZONTAL
(show "(g-list-store-append " 1)               ; expect: list
(show "(gtk-label-set-text " 2)                ; expect: title gtk-label-new
(show "(gtk-widget-show ti" 1)                 ; expect: title
(print (get (signature-hint "(gtk-label-set-text label ") :prototype)) ; expect: void gtk_label_set_text(GtkLabel *self, const char *str)
