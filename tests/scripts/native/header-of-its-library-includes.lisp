; A header that a compiler finds may include what only the library's package knows the folder of.
; env: PKG_CONFIG_PATH=packages
; env: CPATH=outer
; shell: mkdir packages outer inner
; shell: echo '#define INNER 7' > inner/inner.h
; shell: echo '#include <inner.h>' > outer/outer.h
; shell: printf 'Name: x\nDescription: x\nVersion: 1\nLibs: -lown\nCflags: -I%s/inner\n' "$PWD" > packages/own.pc
; shell: cp /lib/x86_64-linux-gnu/libm.so.6 libown.so
; shell: elle -e '(load-header-with-lib "outer.h" "./libown.so") (print INNER)'
; expect: 7
; shell: elle -e '(load-header-with-lib "outer.h" "./libown.so") (print INNER)'
; expect: 7
