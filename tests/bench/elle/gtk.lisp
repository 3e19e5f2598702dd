(load-header-with-lib "gtk/gtk.h" "libgtk-4.so.1")
(gtk-get-major-version)
