; Headers outside the compiler's folders are found by the library they belong to: by its package, whatever the name it
; goes by, else below the folder of its version.
(load-header-with-lib "gtk/gtk.h" "libgtk-4.so.1")
(print (gtk-get-major-version))
; expect: 4
(load-header-with-lib "SDL.h" "libSDL2-2.0.so.0")
(load-header-with-lib "cairo.h" "libcairo.so.2")
(load-header-with-lib "libxml/tree.h" "libxml2.so.2")
(print SDL_INIT_VIDEO (> (cairo-version) 11000) XML_ELEMENT_NODE)
; expect: 32 #t 1
(load-header-with-lib "llvm-c/Core.h" "/usr/lib/llvm-19/lib/libLLVM.so.1")
(print LLVMIntEQ)
; expect: 32
