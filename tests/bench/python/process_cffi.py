import sys

from cffi import FFI

ffi = FFI()
ffi.cdef(f"int {sys.argv[2]}(void);")
assert getattr(ffi.dlopen(sys.argv[1]), sys.argv[2])() > 0
