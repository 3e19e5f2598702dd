; How long somebody at the prompt waits for an answer about a big header.
(import "timing.lisp" :as timing)
(load-header-with-lib "gtk/gtk.h" "libgtk-4.so.1")

(timing/whole "who_returns" (fn [type] (functions-returning type :limit 30)) "GtkWidget *")
(timing/whole "apropos" (fn [words] (find-names words :limit 40)) "window new")
(timing/whole "how_to_get" steps-to-get "GdkSurface *")
