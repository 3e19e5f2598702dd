; examples/gtk4-app.lisp: its window shows a label and a button; a click on the button ends the application.

(import "gtk.lisp")
(import "screen.lisp")

(let reference (screen/load-picture "here/../docs/pictures/gtk4-app.png"))

(define (the class) (first (gtk/of-class class (gtk/window))))

(define (shown?)
  (when (gtk/window)
    (screen/save (gtk/picture) "shown.png")
    (screen/shows? (gtk/picture) reference)))

(define (told-apart?)
  "Whether the comparison would have missed the label or the button."
  (print (gtk-window-get-title (gtk/window)))
  (print (gtk-label-get-text (the "GtkLabel")) "-" (gtk-button-get-label (the "GtkButton")))
  (for [class ["GtkLabel" "GtkButton"]]
    (let hidden (apply screen/without (gtk/picture) (gtk/place (the class))))
    (print "noticed without its" class (not (screen/shows? hidden reference))))
  #t)

(gtk/drive [shown? told-apart? (fn [] (gtk/click (the "GtkButton")))])
(import "../../examples/gtk4-app.lisp")
