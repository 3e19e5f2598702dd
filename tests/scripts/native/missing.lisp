; Headers and libraries that are not there or not right: what was looked for, where, and what to do.
; shell: cd .; try() { elle -e "$1" 2>&1 | head -${2:-4}; }
; shell: try '(load-header-with-lib "nothing/here.h" nil)' 1
; expect: <command line>:1:1: error: The header `nothing/here.h` was not found.
; shell: try '(load-header-with-lib "nothing/here.h" nil)' 2 | tail -1 | grep -o '/usr/include\.$'
; expect: /usr/include.
; shell: try '(load-header-with-lib "stdio.h" "libnothing.so.3")' 2
; expect: <command line>:1:1: error: The library `libnothing.so.3` was not found. Tried:
; expect:   libnothing.so.3: cannot open shared object file: No such file or directory
; shell: echo 'int f(' > bad.h; echo 'int g(struct);' > worse.h; echo '#include "nowhere.h"' > nested.h
; shell: try '(load-header-with-lib "./worse.h" nil)' 3 | sed "s|$PWD|FOLDER|"
; expect: <command line>:1:1: error: FOLDER/worse.h:1:7 does not compile as C: declaration of anonymous struct must be a definition.
; expect:     int g(struct);
; expect:           ^
; shell: try '(load-header-with-lib "./nested.h" nil)' 2 | sed "s|$PWD|FOLDER|"
; expect: <command line>:1:1: error: The header `nowhere.h` was not found.
; expect:   included from FOLDER/nested.h:1
; shell: try '(load-header-with-lib "stdio.h" "./bad.h")' 2
; expect: <command line>:1:1: error: The library `./bad.h` was not found. Tried:
; expect match:   ./bad.h: (file too short|invalid ELF header)
; shell: try '(use-library "no-such-package")' 1 | cut -c1-73
; expect: <command line>:1:1: error: pkg-config knows no package `no-such-package`.
; The session goes on, and half a library is no library.
; shell: echo '(try (load-header-with-lib "math.h" "libnothing.so") (catch e nil)) (try (eval (quote (fabs 0.0))) (catch e (print (error-message e)))) (print (load-library "libm.so.6"))' > next.lisp; elle next.lisp
; expect: Nothing is called `fabs`.
; expect match: #<library libm.so.6.*>
