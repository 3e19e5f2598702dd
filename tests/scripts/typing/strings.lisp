; Completion inside strings: files, and what the call makes of the text.
; shell: mkdir -p work/inner home/stay packages
; shell: touch work/one.lisp work/two.txt work/point.h 'work/a"b.txt' work/.hidden home/kept.txt
; shell: printf 'Name: Tin\nDescription: Boxes of tin\nVersion: 1\nLibs: -ltin\nCflags: -I'$PWD'/work\n' > packages/tin.pc
; shell: cp fixtures/libcanvas.so work/
; shell: HOME=$PWD/home PKG_CONFIG_LIBDIR=$PWD/packages LD_LIBRARY_PATH=$PWD/work ELLE_CACHE=cache elle here/strings.lisp
(load-header-with-lib "here/canvas.h" "fixtures/libcanvas.so")
(define-c-struct Tin (x :int))

(define (show text)
  "Shows the first candidates at the `|` of a text, in which ' is a quotation mark."
  (let whole (replace text "'" "\""))
  (let at (index-of whole "|"))
  (let found (completions (str (slice whole 0 at) (slice whole (+ at 1))) at))
  (print (join (map (fn [candidate] (get candidate :text)) (take 5 found)) " ")))

; Files: relative, in folders, in the home folder, with what must be escaped.
(show "(read-file 'wor|")            ; expect: work/
(show "(read-file 'work/o|")         ; expect: one.lisp
(show "(read-file 'work/|')")        ; expect: a\"b.txt inner/ libcanvas.so one.lisp point.h
(show "(read-file 'work/.|")         ; expect: .hidden
(show "(read-file './wo|")           ; expect: work/
(show "(read-file 'work/a\\'|")      ; expect: a\"b.txt
(show "(read-file '~/ke|")           ; expect match: .*home.kept\.txt
(show "(read-file '/et|")            ; expect: etc/
(show "(print 'no such thing|")      ; expect:
; The rest of a name that the string ends with is replaced with it.
(let found (completions "(read-file \"work/one.txt\")" 18))
(print (get (first found) :text))    ; expect: one.lisp

(show "(import 'work/|")             ; expect: inner/ one.lisp
(show "(load-library 'x' :include 'work/|") ; expect: inner/
(show "(load-header-with-lib 'work/|")      ; expect: inner/ point.h
(show "(load-header-with-lib './work/|")    ; expect: inner/ point.h
; Headers below the folders of a compiler and of packages.
(show "(load-header-with-lib 'stdlib.|")    ; expect: stdlib.h
(show "(load-header-with-lib 'sys/sta|")    ; expect: stat.h statfs.h statvfs.h
(show "(load-header-with-lib ['poin|")      ; expect: point.h
(show "(load-library 'x' :header 'poin|")   ; expect: point.h
(show "(load-header-with-lib 'x.h' 'canv|") ; expect: libcanvas.so
(show "(load-library 'libcanv|")            ; expect: libcanvas.so
(show "(use-library 'ti|")                  ; expect: tin
(print (first (completions "(use-library \"t"))) ; expect: {:text tin :about Boxes of tin :usable #t}
; Types of C.
(show "(cast 'Fra|")                        ; expect: Frame
(show "(cast 'const Wind|")                 ; expect: Window
(show "(make-c-callback f :args ('Wid|")    ; expect: Widget
(show "(cast 'Ti|")                         ; expect: Tin
