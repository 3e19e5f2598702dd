; What is asked while somebody types, with the names of GTK loaded: the slowest kinds of completion, and a hint.
(import "timing.lisp" :as timing)
(load-header-with-lib "gtk/gtk.h" "libgtk-4.so.1")

(timing/whole "completion" completions "(gt")
(timing/whole "completion_initials" completions "(gwn")
(timing/whole "completion_typed" completions "(gtk-window-set-child window gbn")
(timing/whole "hint" signature-hint "(gtk-window-set-child window (gtk-button-new-with-label ")
