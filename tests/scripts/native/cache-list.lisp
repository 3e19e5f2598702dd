; `elle cache list` says what is kept, how old it is and why it no longer counts; `clear` also takes away what a process
; that was stopped has left behind.
; env: ELLE_CACHE=cache
; shell: elle cache list
; expect: The cache is empty.
; shell: echo 'int some;' > some.h
; shell: elle -e '(load-header-with-lib ["stddef.h" "./some.h"] nil)'
; shell: elle cache list
; expect match: header +size +age  state
; expect match: stddef\.h, /.*/some\.h +\d+ kB +\d+ s  valid
; shell: echo 'int others;' > some.h
; shell: elle cache list | tail -n 1
; expect match: stddef\.h, /.*/some\.h +\d+ kB +\d+ s  stale: `/.*/some\.h` has changed
; shell: elle -e '(load-header-with-lib "cairo.h" "libcairo.so.2")'
; shell: echo > cache/x.h-0123.decl; cp cache/x.h-0123.decl cache/x.h-0123.decl.a1b2c3
; shell: elle cache list | tail -n +2 | sort
; expect match: cairo\.h +\d+ kB +\d+ s  valid
; expect match: stddef\.h, .* has changed
; expect match: what pkg-config said +1 kB +\d+ s  valid
; expect match: x\.h-0123\.decl +1 kB +\d+ s  stale: it is damaged, or of another version of Elle
; expect match: x\.h-0123\.decl\.a1b2c3 +1 kB +\d+ s  stale: it was never finished
; shell: elle cache clear
; expect: Removed 5 entries.
; shell: ls cache
