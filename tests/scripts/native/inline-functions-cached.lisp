; A header's inline functions are one compilation, and the next run needs none.
; shell: printf 'static inline int f1(int x) { return x + 1; }\nstatic inline int f2(int x) { return x + 2; }\n' > own.h
; shell: export ELLE_CACHE=$PWD/cache
; shell: printf '#!/bin/sh\necho compiled >> "$LOG"\nexec gcc "$@"\n' > mycc && chmod +x mycc
; shell: export CC=$PWD/mycc LOG=$PWD/log
; shell: elle -e '(load-header-with-lib "./own.h" nil) (print (f1 1) (f2 1))'
; shell: elle -e '(load-header-with-lib "./own.h" nil) (print (f2 2))'
; shell: cat log
; shell: echo 'static inline int f3(int x) { return x + 3; }' >> own.h
; shell: elle -e '(load-header-with-lib "./own.h" nil) (print (f3 1))'
; shell: cat log
; expect: 2 3
; expect: 4
; expect: compiled
; expect: 4
; expect: compiled
; expect: compiled
