from cffi import FFI

from timing import per_turn, plain, whole

ffi = FFI()
ffi.cdef("""
typedef struct { int64_t x; double y; } Point;
int bench_add(int a, int b);
size_t bench_length(const char *text);
Point bench_step(Point point);
int bench_callbacks(int (*f)(int number), int count);
int bench_sort(int (*compare)(const int32_t *a, const int32_t *b));
""")
bench = ffi.dlopen("./libbench.so")


def calls(count):
    add = bench.bench_add
    for i in range(count):
        add(i, 1)


def strings(count):
    length = bench.bench_length
    for _ in range(count):
        length("hello, world".encode())


def points(count):
    step, point = bench.bench_step, ffi.new("Point *")[0]
    for _ in range(count):
        point = step(point)


def fields(count):
    point = ffi.new("Point *")
    for _ in range(count):
        point.y = point.y + 1


next_number = ffi.callback("int(int)", lambda number: number + 1)
compare = ffi.callback("int(const int32_t *, const int32_t *)", lambda a, b: a[0] - b[0])

per_turn("call", calls)
per_turn("string", strings)
per_turn("point", points)
per_turn("callback", lambda count: bench.bench_callbacks(next_number, count))
per_turn("field", fields)
whole("sort", lambda _: bench.bench_sort(compare))
plain()
