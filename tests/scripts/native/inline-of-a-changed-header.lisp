; What is compiled from a header is kept for that state of it: it was found by its name and flags alone, so that a header
; that had changed went on with the old bodies of its inline functions and macros.
; shell: export ELLE_CACHE=$PWD/cache
; shell: echo 'static inline int area(int a) { return a * 2; }' > own.h
; shell: elle -e '(load-header-with-lib "./own.h" nil) (print (area 3))'
; expect: 6
; shell: echo 'static inline int area(int a) { return a * 1000; }' > own.h
; shell: elle -e '(load-header-with-lib "./own.h" nil) (print (area 3))'
; expect: 3000
