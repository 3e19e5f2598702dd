; What is missing names the Debian package to install, as far as dpkg, apt-file and apt-cache know it.
; shell: mkdir tools empty; tool() { printf '#!/bin/sh\n%s\n' "$2" > tools/$1; chmod +x tools/$1; }
; shell: for t in dpkg apt-file apt-cache; do tool $t 'exit 1'; done; export PATH=$PWD/tools:$PATH PKG_CONFIG_LIBDIR=$PWD/empty
; shell: advice() { elle -e "(try $1 (catch e (print (error-next-step e))))"; }
; The tools know nothing: the step is a general one.
; shell: advice '(load-header-with-lib "acme/acme.h" nil)'
; expect: Install the package that owns it, or add its folder to the include folders.
; shell: advice '(load-library "libacme.so.4")'
; expect: Install the package that owns it, or give its whole path.
; shell: advice '(use-library "acme-4")'
; expect: Install its development package, or set PKG_CONFIG_PATH.
; Package names alone make it probable, the closest name only.
; shell: tool apt-cache 'for p in 3-dev 4-dev 4-1 4-doc tools-dev 4 4t64 44; do echo libacme-$p; done; echo libacme4v5; echo libacmelib4'
; shell: advice '(load-header-with-lib "acme/acme.h" nil)'
; expect: One of the packages `libacme-3-dev` or `libacme-4-dev` probably has it; install the right one with apt.
; shell: advice '(load-header-with-lib "acme/acme.h" "libacme-4.so.1")'
; expect: The package `libacme-4-dev` probably has it: apt install libacme-4-dev.
; shell: advice '(load-library "libacme-4.so.1")'
; expect: The package `libacme-4-1` probably has it: apt install libacme-4-1.
; shell: advice '(load-library "libAcme.so.44")'
; expect: The package `libacme-44` probably has it: apt install libacme-44.
; shell: for name in acme4 acme-4 acme+-4.0 libacme-4; do advice "(use-library \"$name\")"; done
; expect: The package `libacme-4-dev` probably has it: apt install libacme-4-dev.
; expect: The package `libacme-4-dev` probably has it: apt install libacme-4-dev.
; expect: The package `libacme-4-dev` probably has it: apt install libacme-4-dev.
; expect: The package `libacme-4-dev` probably has it: apt install libacme-4-dev.
; A header that another one includes: its own words count, not the library that was asked for.
; shell: echo '#include <acme/acme.h>' > outer.h; tool apt-cache 'echo libacme-dev; echo libouter-dev'
; shell: advice '(load-header-with-lib "./outer.h" "libouter.so")'
; expect: The package `libacme-dev` probably has it: apt install libacme-dev.
; The index of all files is sure; files of other machines, and of other names, do not count.
; shell: tool apt-file 'printf "%s\n" "libfoo-3-dev: /usr/include/foo-3/acme/acme.h" "libfoo-4-dev: /usr/include/foo-4/acme/acme.h" "cross: /usr/arm/include/acme/acme.h" "more: /usr/include/acme/acme.hpp"'
; shell: advice '(load-header-with-lib "acme/acme.h" nil)'
; expect: Any of the packages `libfoo-3-dev` or `libfoo-4-dev` has it; install the right one with apt.
; shell: advice '(load-header-with-lib "acme/acme.h" "libfoo-4.so.1")'
; expect: The package `libfoo-4-dev` has it: apt install libfoo-4-dev.
; shell: tool apt-file 'echo "acme-runtime: /usr/lib/x86_64-linux-gnu/libacme.so.4"'; advice '(load-library "acme")'
; expect: The package `acme-runtime` has it: apt install acme-runtime.
; shell: tool apt-file 'echo "acme-devel: /usr/share/pkgconfig/acme4.pc"'; advice '(use-library "acme4")'
; expect: The package `acme-devel` has it: apt install acme-devel.
; One package needs another that is missing.
; shell: printf 'Name: x\nDescription: x\nVersion: 1\nRequires: acme4\n' > empty/needy.pc; advice '(use-library "needy")'
; expect: The package `acme-devel` has it: apt install acme-devel.
; What is installed only needs its folder.
; shell: tool dpkg 'echo "linux-libc-dev:amd64: /usr/include/linux/netfilter/ipset/ip_set.h"'; advice '(load-header-with-lib "ipset/ip_set.h" nil)'
; expect: The package `linux-libc-dev` is installed and has it: add `/usr/include/linux/netfilter` to the include folders.
; A library that is there and needs another: that one is missing. A file that is no library needs no package.
; shell: echo 'int inner;' > inner.c; echo 'extern int inner; int outer(void) { return inner; }' > outer.c
; shell: cc -shared -fPIC -o libinner.so -Wl,-soname,libinner.so.2 inner.c; cc -shared -fPIC -o libouter.so outer.c libinner.so
; shell: tool apt-cache 'echo libinner2; echo libouter'; advice '(load-library "./libouter.so")'
; expect: The package `libinner2` probably has it: apt install libinner2.
; shell: echo text > libtext.so.1; tool apt-cache 'echo libtext1'; LD_LIBRARY_PATH=$PWD advice '(load-library "libtext.so.1")' | grep -c libtext1 || true
; expect: 0
; A tool that fails says nothing; a path belongs to no package.
; shell: tool dpkg 'kill $$'; tool apt-file 'kill $$'; tool apt-cache 'kill $$'; advice '(load-library "libacme.so.4")'
; expect: Install the package that owns it, or give its whole path.
; shell: tool apt-cache 'echo libacme4'; advice '(load-library "/nowhere/libacme.so.4")'
; expect: Install the package that owns it, or give its whole path.
