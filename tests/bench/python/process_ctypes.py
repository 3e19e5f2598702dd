import ctypes
import sys

assert getattr(ctypes.CDLL(sys.argv[1]), sys.argv[2])() > 0
