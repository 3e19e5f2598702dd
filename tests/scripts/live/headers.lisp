; A header that changes is read again by (reload), which tells what is different. Code that was compiled before sees the
; new constants, functions and types; a struct that was made before keeps its layout and is told apart.
(write-file "point.h" "#define LIMIT 10
#define OLD_LIMIT 5
struct point { int x, y; };
typedef int number;
int sum(struct point *p);
static inline number area(number side) { return side * LIMIT; }
static inline int left(struct point *p) { return p->x; }
")
(load-header-with-lib "./point.h" "libm.so.6")
(define (limit) LIMIT)
(define (three) (area 3))
(define (new-point) (make-struct 'point :x 1 :y 2))
(define old (new-point))
(define old-left left)
(print (limit) (three) (left old))
; expect: 10 30 1
(reload)
; expect: Nothing that is loaded has changed.
(reload "point.h")
; expect: point.h has not changed.

(write-file "point.h" "#define LIMIT 20
#define SCALE(x) ((x) * 2)
struct point { double x, y, z; };
typedef int number;
long sum(struct point *p, int times);
static inline number area(number side) { return side * LIMIT; }
static inline double left(struct point *p) { return p->x; }
enum { NEW_ONE = 7 };
")
(reload)
; expect: ./point.h was read again.
; expect:   added    NEW_ONE = 7
; expect:   added    SCALE SCALE(x)
; expect:   changed  int left(struct point *p) → double left(struct point *p)
; expect:   changed  int sum(struct point *p) → long sum(struct point *p, int times)
; expect:   layout   point 8 bytes: int x at 0 int y at 4 → 24 bytes: double x at 0 double y at 8 double z at 16
; expect:   changed  LIMIT = 10 → = 20
; expect:   removed  OLD_LIMIT
; expect:   Structs that were made before keep their old layout.
; expect:   Functions that variables hold keep their old prototypes.
(print (limit) (three) (left (new-point)) NEW_ONE (scale 4) (get (new-point) :z))
; expect: 20 60 1.0 7 8 0.0
(print (old-left old) old)
; expect: 1 #<struct point {:x 1 :y 2}>
(try (left old) (catch e (print (error-message e) (error-next-step e))))
; expect: Argument 1 of `left`, `p`, is `struct point *`, but a `struct point` of another layout came. It was made before that struct was defined anew. Make it again.
(try OLD_LIMIT (catch e (print (error-message e))))
; expect: Nothing is called `OLD_LIMIT`.
(reload "point.h")
; expect: point.h has not changed.

; A header that is broken now stays as it was.
(write-file "point.h" "#define LIMIT 30\nstruct point {\n")
(try (reload) (catch e (print (error-kind e))))
; expect: :header
(print (limit))
; expect: 20
(try (reload "circle.h") (catch e (print (error-message e) (error-next-step e))))
; expect: Nothing that is loaded is called "circle.h". (loaded) tells what is.
