from ctypes import CDLL, CFUNCTYPE, POINTER, Structure, c_char_p, c_double, c_int, c_int32, c_int64, c_size_t

from timing import per_turn, plain, whole


class Point(Structure):
    _fields_ = [("x", c_int64), ("y", c_double)]


NUMBER = CFUNCTYPE(c_int, c_int)
COMPARE = CFUNCTYPE(c_int, POINTER(c_int32), POINTER(c_int32))

bench = CDLL("./libbench.so")
bench.bench_add.argtypes = [c_int, c_int]
bench.bench_length.argtypes, bench.bench_length.restype = [c_char_p], c_size_t
bench.bench_step.argtypes, bench.bench_step.restype = [Point], Point
bench.bench_callbacks.argtypes = [NUMBER, c_int]
bench.bench_sort.argtypes = [COMPARE]


def calls(count):
    add = bench.bench_add
    for i in range(count):
        add(i, 1)


def strings(count):
    length = bench.bench_length
    for _ in range(count):
        length("hello, world".encode())


def points(count):
    step, point = bench.bench_step, Point()
    for _ in range(count):
        point = step(point)


def fields(count):
    point = Point()
    for _ in range(count):
        point.y = point.y + 1


next_number = NUMBER(lambda number: number + 1)
compare = COMPARE(lambda a, b: a[0] - b[0])

per_turn("call", calls)
per_turn("string", strings)
per_turn("point", points)
per_turn("callback", lambda count: bench.bench_callbacks(next_number, count))
per_turn("field", fields)
whole("sort", lambda _: bench.bench_sort(compare))
plain()
