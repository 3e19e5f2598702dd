; Without a C compiler what needs one says so, and all else works.
; shell: printf 'static inline int f1(int x) { return x + 1; }\nint abs(int);\n#define LIMIT 5\n' > own.h
; shell: export ELLE_CACHE=$PWD/cache ELLE=$(command -v elle) && mkdir empty && export PATH=$PWD/empty && unset CC
; shell: "$ELLE" -e '(load-header-with-lib "./own.h" nil) (print (abs -3) LIMIT) (try (f1 1) (catch e (print (error-message e)) (print (error-next-step e))))'
; expect: 3 5
; expect: This needs a C compiler, and there is none on this machine (tried cc, gcc, clang).
; expect: Install one (on Debian: apt install gcc), or set CC to its path.
