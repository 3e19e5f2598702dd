; A header outside the compiler's folders is found through the package that has it; where several packages have one, the
; library says which is meant, and without a library the script has to.
; env: PKG_CONFIG_PATH=packages
; shell: mkdir packages one two
; shell: echo '#define WHICH "one"' > one/which.h
; shell: echo '#define WHICH "two"' > two/which.h
; shell: for n in one two; do
; shell:   printf 'dir=%s\nName: x\nDescription: x\nVersion: 1\nLibs: -lc -l%s\nCflags: -I${dir}/%s\n' "$PWD" $n $n > packages/test-$n.pc
; shell: done
; shell: cp /lib/x86_64-linux-gnu/libm.so.6 libtwo.so
; shell: elle -e '(load-header-with-lib "which.h" "./libtwo.so") (print WHICH)'
; expect: two
; shell: elle -e '(load-header-with-lib "which.h" "./libtwo.so") (print WHICH)'
; expect: two
; shell: elle -e '(load-header-with-lib "which.h" nil)' 2>&1 || true
; expect match: .*The header `which\.h` is not where a C compiler looks, but in several other folders: /.*/one, /.*/two\.
; expect match: .*
; expect match: .*
; expect:   Add the right one to the include folders.
