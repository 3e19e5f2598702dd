; examples/gtk4-todo.lisp: tasks are added, ticked off and removed as a user would, and are there again the next time.

(import "gtk.lisp")
(import "screen.lisp")

(let reference (screen/load-picture "here/../docs/pictures/gtk4-todo.png"))

(define (shown?)
  (when (gtk/window)
    (let picture (gtk/picture))
    (screen/save picture "shown.png")
    (screen/shows? picture reference)))

(define (all class) (gtk/of-class class (gtk/window)))
(define (labelled text)
  (filter (fn [button] (= text (gtk-button-get-label button))) (all "GtkButton")))
(define (texts) (map (fn [label] (gtk-label-get-text label)) (all "GtkLabel")))

(define (enter text)
  (gtk-editable-set-text (first (all "GtkEntry")) text)
  (gtk/click (first (labelled "Add"))))

(define (see)
  "Prints the tasks and what the bottom line says."
  (print (filter (fn [text] (not (contains? ["To do" "Add" "Remove" "What is to be done?" ""] text))) (texts)))
  #t)

(define (first-run)
  [gtk/window
   see
   (fn [] (enter "Read the header"))
   (fn [] (enter "  ") (enter "Call the library"))
   (fn [] (enter "Write bindings by hand"))
   see
   (fn [] (gtk-check-button-set-active (first (all "GtkCheckButton")) #t) #t)
   shown?
   (fn [] (gtk/click (last (labelled "Remove"))))
   see
   (fn [] (gtk-window-close (gtk/window)) #t)])

(define (second-run)
  [gtk/window
   see
   (fn [] (print (map (fn [check] (gtk-check-button-get-active check)) (all "GtkCheckButton"))) #t)
   (fn [] (gtk-window-close (gtk/window)) #t)])

(gtk/drive (if (file-exists? (first (arguments))) (second-run) (first-run)))
(import "../../examples/gtk4-todo.lisp")
