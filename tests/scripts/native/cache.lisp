; The cache is never trusted: what is cut short, forged or cannot be written is made again, and scripts run on.
; env: ELLE_CACHE=cache
; shell: load() { elle -e '(load-header-with-lib "math.h" "libm.so.6") (print M_PI (fabs -3.0))'; }
; shell: load; test -n "$(ls cache)"; test "$(elle cache path)" = cache -o "$(elle cache path)" = "$PWD/cache" && echo its path
; expect: 3.141592653589793 3.0
; expect: its path
; shell: for f in cache/*.decl; do head -c 100 "$f" > cut; cat cut > "$f"; done; load
; expect: 3.141592653589793 3.0
; shell: for f in cache/*.decl; do head -c 3000 /dev/urandom > "$f"; done; load
; expect: 3.141592653589793 3.0
; shell: for f in cache/*.decl; do : > "$f"; done; load; elle cache list | grep -c math.h
; expect: 3.141592653589793 3.0
; expect: 1
; shell: elle cache clear; elle cache list
; expect: Removed 1 entry.
; expect: The cache is empty.
; Two at once fill it, and both are right.
; shell: load & load & load & wait; ls cache | grep -c decl
; expect: 3.141592653589793 3.0
; expect: 3.141592653589793 3.0
; expect: 3.141592653589793 3.0
; expect: 1
; A cache that is no folder: everything works, and a note says what it costs.
; shell: echo file > notafolder; ELLE_CACHE=notafolder load
; expect: 3.141592653589793 3.0
; expect stderr: The cache folder `notafolder` cannot be written, so `math.h` will be parsed again next time.
