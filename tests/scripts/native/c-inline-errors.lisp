; What the C compiler objects to is shown where it stands in the script.
; env: CC=gcc
(defmacro (complaint form) `(try ,form (catch e (list (error-message e) (error-place e)))))

(print (complaint (c-inline "x + z;" ((x :int 1)) :int)))
; expect: (The C text does not compile: 'z' undeclared (first use in this function). here/c-inline-errors.lisp:5:30)
(print (complaint (c-inline "
    int a = 1;
    int b = 2 3;
    return c;" () :int)))
; expect: (The C text does not compile: expected ',' or ';' before numeric constant. here/c-inline-errors.lisp:9:5)
; "\n" ends a line of C, but none of the script.
(print (complaint (c-inline "int a = 1;\nint b = q;
b" () :int)))
; expect: (The C text does not compile: 'q' undeclared (first use in this function). here/c-inline-errors.lisp:13:42)
(c-declare "#define ONE 1
static int broken(int x) { return x +; }")
(print (complaint (c-inline "broken(ONE)" () :int)))
; expect: (The C text does not compile: expected expression before ';' token. here/c-inline-errors.lisp:17:1)
