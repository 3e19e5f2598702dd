; Where a package's name says nothing of its header, dpkg knows what it installed: one of them is called like the package,
; or they are told.
; shell: mkdir -p pc bin inc/deep && export PKG_CONFIG_PATH=$PWD/pc PATH=$PWD/bin:$PATH ELLE_CACHE=$PWD/cache
; shell: printf 'int abs(int);\n' | tee inc/deep/Whirl.h > inc/deep/spin.h
; shell: printf 'Name: x\nDescription: x\nVersion: 1\nCflags: -I%s/inc\n' "$PWD" | tee pc/whirl.pc > pc/libturn.pc
; shell: printf '#!/bin/sh\ncase $1 in -S) echo "x-dev: $2" ;; -L) printf "%%s\\n" %s/inc/deep/spin.h %s/inc/deep/Whirl.h ;; esac\n' "$PWD" "$PWD" > bin/dpkg
; shell: chmod +x bin/dpkg
; shell: elle -e '(use-library "whirl") (print (c/abs -3))'
; shell: elle -e '(try (use-library "libturn") (catch e (print (error-message e)) (print (error-next-step e))))'
; expect: 3
; expect: The package libturn is installed, but which header it is used by is not known.
; expect: It has deep/spin.h, deep/Whirl.h. Name it: (use-library "libturn" :header "…").
