; A header may be a path from the current folder, with or without `./`; a compiler's own folders come first.
; shell: mkdir -p deep/er
; shell: echo '#define PLACE "deep"' > deep/place.h
; shell: echo '#include "../place.h"' > deep/er/up.h
; shell: echo '#define PLACE "shadow"' > stdio.h
; shell: elle -e '(load-header-with-lib "deep/place.h" nil) (print PLACE)'
; expect: deep
; shell: elle -e '(load-header-with-lib "./deep/er/../place.h" nil) (print PLACE)'
; expect: deep
; shell: elle -e "(load-header-with-lib \"$PWD/deep/er/up.h\" nil) (print PLACE)"
; expect: deep
; shell: (cd deep/er; elle -e '(load-header-with-lib "../place.h" nil) (print PLACE)')
; expect: deep
; shell: elle -e '(load-header-with-lib "stdio.h" nil) (print PLACE)' 2>&1 | head -1
; expect match: .*`PLACE`.*
; shell: elle -e '(load-header-with-lib "./stdio.h" nil) (print PLACE)'
; expect: shadow
