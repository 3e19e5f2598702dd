; A to-do list with GTK4. What is to be done is kept in a file, which may be given:
;
;     elle examples/gtk4-todo.lisp [file.json]

(use-library "gtk4")

(let path (get (arguments) 0 (path-join (getenv "HOME") ".elle-todo.json")))

; --- What is to be done ----------------------------------------------------------------------------------------------

; A vector of maps: what to do, and whether it is done.
(let tasks (if (file-exists? path) (json-parse (read-file path) :keywords #t) []))

(define (save)
  (write-file path (json-write tasks :pretty #t)))

(define (add-task text)
  (push! tasks {:text text :done #f})
  (save))

(define (remove-task task)
  (remove-at! tasks (find-index (fn [other] (eq? other task)) tasks))
  (save))

(define (mark-task task done)
  (set! (get task :done) done)
  (save))

; --- Widgets ---------------------------------------------------------------------------------------------------------

(define (on widget signal handler)
  "Calls handler, a function of no arguments, whenever the widget emits a signal that has none either."
  (g-signal-connect! widget signal
    (make-c-callback (fn [_ _] (handler)) :args (:pointer :pointer) :return :void)
    nil)
  widget)

(define (styled widget &rest classes)
  "The widget, drawn as the CSS of these classes says."
  (for [class classes] (gtk-widget-add-css-class widget class))
  widget)

(define (box orientation spacing &rest widgets)
  (let box (gtk-box-new orientation spacing))
  (for [widget widgets] (gtk-box-append box widget))
  box)

(define (wide widget)
  "The widget, taking what room there is in its row."
  (gtk-widget-set-hexpand widget #t)
  widget)

(let css "
  .todo { padding: 18px; }
  .todo list { background: transparent; }
  .todo row { padding: 4px 6px; border-radius: 8px; }
  .todo .heading { font-size: 22px; font-weight: bold; }
  .todo .done { opacity: 0.45; text-decoration-line: line-through; }
  .todo .left { opacity: 0.6; }")

(define (load-css)
  (let provider (gtk-css-provider-new))
  (gtk-css-provider-load-from-data provider css -1)
  (gtk-style-context-add-provider-for-display (gdk-display-get-default) provider
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION))

; --- The window ------------------------------------------------------------------------------------------------------

(define (task-row task refresh)
  (let check (gtk-check-button-new))
  (gtk-check-button-set-active check (get task :done))
  (let text (wide (gtk-label-new (get task :text))))
  (gtk-label-set-xalign text 0)
  (when (get task :done) (styled text "done"))
  (let remove (styled (gtk-button-new-with-label "Remove") "flat"))
  (on check "toggled" (fn [] (mark-task task (gtk-check-button-get-active check)) (refresh)))
  (on remove "clicked" (fn [] (remove-task task) (refresh)))
  (box GTK_ORIENTATION_HORIZONTAL 8 check text remove))

(define (clear-list list)
  (while (gtk-list-box-get-row-at-index list 0)
    (gtk-list-box-remove list (gtk-list-box-get-row-at-index list 0))))

(define (left-text)
  (let left (count-if (fn [task] (not (get task :done))) tasks))
  (cond ((empty? tasks) "Nothing to do yet")
        ((= left 0) "All done")
        (else (format "~d of ~d left" left (count tasks)))))

(define (open-window app)
  (load-css)
  (let entry (wide (gtk-entry-new)))
  (gtk-entry-set-placeholder-text entry "What is to be done?")
  (let add (styled (gtk-button-new-with-label "Add") "suggested-action"))
  (let list (gtk-list-box-new))
  (gtk-list-box-set-selection-mode list GTK_SELECTION_NONE)
  (let left (styled (gtk-label-new "") "left"))

  (define (refresh)
    (clear-list list)
    (for [task tasks] (gtk-list-box-append list (task-row task refresh)))
    (gtk-label-set-text left (left-text)))

  (define (add-entry)
    (let text (trim (gtk-editable-get-text entry)))
    (unless (empty? text)
      (add-task text)
      (gtk-editable-set-text entry "")
      (refresh)))

  (on entry "activate" add-entry)
  (on add "clicked" add-entry)

  (let scrolled (gtk-scrolled-window-new))
  (gtk-widget-set-vexpand scrolled #t)
  (gtk-scrolled-window-set-child scrolled list)

  (let window (gtk-application-window-new app))
  (gtk-window-set-title window "To do")
  (gtk-window-set-default-size window 380 360)
  (gtk-window-set-child window
    (styled (box GTK_ORIENTATION_VERTICAL 12
                 (styled (gtk-label-new "To do") "heading")
                 (box GTK_ORIENTATION_HORIZONTAL 6 entry add)
                 scrolled
                 left)
            "todo"))
  (refresh)
  (gtk-widget-show window))

(let app (gtk-application-new "org.example.ElleTodo" G_APPLICATION_NON_UNIQUE))
(g-signal-connect! app "activate"
  (make-c-callback (fn [app _] (open-window app)) :args (:pointer :pointer) :return :void)
  nil)
(exit (g-application-run app 0 nil))

; screen: 640x480
; shell: elle here/../tests/showcases/gtk4-todo.lisp tasks.json
; shell: elle here/../tests/showcases/gtk4-todo.lisp tasks.json
; expect: (Nothing to do yet)
; expect: (Read the header Call the library Write bindings by hand 3 of 3 left)
; expect: (Read the header Call the library 1 of 2 left)
; expect: (Read the header Call the library 1 of 2 left)
; expect: (#t #f)
