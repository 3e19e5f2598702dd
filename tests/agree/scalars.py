"""C's scalar types. Each knows its values as Python, as Lisp, as bytes, and how C notes and fetches them.

The bytes are the common tongue: what agree.c calls the tape. It holds every value of a case in a form that no compiler
has a say in, so the C side compares what arrived with it, and fetches from it what it gives.
"""

import math
import struct
from dataclasses import dataclass


class Type:
    """A C type. `c` is its name where the name alone declares a variable."""

    names = ()  # the definitions it needs, Records and Enums, innermost first

    def declare(self, name):
        return f"{self.c} {name}".rstrip()

    def takes_value(self):
        return True


class Void(Type):
    c = "void"

    def takes_value(self):
        return False

    def random(self, _):
        return None

    def lisp(self, _):
        return "nil"

    def encode(self, _):
        return b""


@dataclass(frozen=True)
class Integer(Type):
    c: str
    bits: int
    signed: bool

    def random(self, rng):
        low = -(1 << (self.bits - 1)) if self.signed else 0
        high = low + (1 << self.bits) - 1
        if rng.random() < 0.5:
            return rng.choice([value for value in (low, low + 1, -1, 0, 1, high - 1, high) if low <= value <= high])
        return rng.randint(low, high)

    def lisp(self, value):
        return str(value)

    def encode(self, value):
        return value.to_bytes(16, "little", signed=value < 0)

    def note(self, place):
        return [f"note_integer((unsigned __int128){place});"]

    def fetch(self, place):
        return [f"{place} = ({self.c})fetch_integer();"]


class Boolean(Integer):
    def __init__(self):
        super().__init__("_Bool", 1, False)

    def lisp(self, value):
        return "#t" if value else "#f"


def random_double(rng):
    if rng.random() < 0.4:
        edges = (0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308)
        return rng.choice(edges)
    value = struct.unpack("<d", rng.randbytes(8))[0]
    return 0.1 if math.isnan(value) else value


def lisp_double(value):
    return {math.inf: "inf", -math.inf: "-inf"}.get(value) or repr(value)


class Double(Type):
    c = "double"

    def random(self, rng):
        return random_double(rng)

    def lisp(self, value):
        return lisp_double(value)

    def encode(self, value):
        return struct.pack("<d", value)

    def note(self, place):
        return [f"note_{self.what}({place});"]

    def fetch(self, place):
        return [f"{place} = fetch_{self.what}();"]

    what = "double"


class Float(Double):
    c = what = "float"

    def random(self, rng):
        if rng.random() < 0.4:
            return rng.choice((0.0, -0.0, math.inf, -math.inf, 2.0**-149, 2.0**-126, (2 - 2.0**-23) * 2.0**127))
        value = struct.unpack("<f", rng.randbytes(4))[0]
        return 0.5 if math.isnan(value) else value

    def encode(self, value):
        return struct.pack("<f", value)


@dataclass(frozen=True)
class Extended:
    """±mantissa × 2^exponent with a mantissa of 64 bits, as the x87 has it."""

    negative: bool
    mantissa: int
    exponent: int

    def __str__(self):
        return f"{'-' if self.negative else ''}0x{self.mantissa:x}p{self.exponent}"


class LongDouble(Double):
    c = "long double"
    what = "long_double"

    def random(self, rng):
        mantissa = rng.choice((0, 1 << 63, (1 << 64) - 1, 0xFFFFFFFFFFFFF800, rng.getrandbits(64) | 1 << 63))
        exponent = rng.choice((-63, -64, 960, -16445, 16320, rng.randint(-16445, 16320)))
        return Extended(rng.random() < 0.5, mantissa, exponent if mantissa else 0)

    def lisp(self, value):
        return f'(cast "long double" "{value}")'

    def encode(self, value):
        biased = value.exponent + 63 + 16383 if value.mantissa else 0
        return value.mantissa.to_bytes(8, "little") + (biased | value.negative << 15).to_bytes(2, "little")


@dataclass(frozen=True)
class Complex(Type):
    part: Double

    @property
    def c(self):
        return f"{self.part.c} _Complex"

    def random(self, rng):
        return [self.part.random(rng), self.part.random(rng)]

    def lisp(self, value):
        return f"[{self.part.lisp(value[0])} {self.part.lisp(value[1])}]"

    def encode(self, value):
        return self.part.encode(value[0]) + self.part.encode(value[1])

    def note(self, place):
        return self.part.note(f"__real__ {place}") + self.part.note(f"__imag__ {place}")

    def fetch(self, place):
        return self.part.fetch(f"__real__ {place}") + self.part.fetch(f"__imag__ {place}")


class Pointer(Type):
    def __init__(self, c):
        self.c = c

    def random(self, rng):
        return rng.choice((0, 0x1000, rng.getrandbits(47), (1 << 64) - 1))

    def lisp(self, value):
        signed = value - (1 << 64) if value >> 63 else value
        return f'(cast "{self.c}" {signed})' if value else "nil"

    def encode(self, value):
        return value.to_bytes(16, "little")

    def note(self, place):
        return [f"note_integer((unsigned long){place});"]

    def fetch(self, place):
        return [f"{place} = ({self.c})(unsigned long)fetch_integer();"]


class Text(Type):
    c = "const char *"

    def random(self, rng):
        return rng.choice(("", "a", "Fräulein λ 漢字 🙂", "x" * rng.randint(1, 200)))

    def lisp(self, value):
        return f'"{value}"'

    def encode(self, value):
        return value.encode() + b"\0"

    def note(self, place):
        return [f"note_text({place});"]

    def fetch(self, place):
        return [f"{place} = fetch_text();"]


INTEGERS = [Integer(c, bits, signed) for c, bits, signed in (
    ("char", 8, True), ("signed char", 8, True), ("unsigned char", 8, False), ("short", 16, True),
    ("unsigned short", 16, False), ("int", 32, True), ("unsigned", 32, False), ("long", 64, True),
    ("unsigned long", 64, False), ("long long", 64, True), ("size_t", 64, False), ("int8_t", 8, True),
    ("uint16_t", 16, False), ("wchar_t", 32, True), ("char16_t", 16, False), ("char32_t", 32, False))]
WIDE_INTEGERS = [Integer("__int128", 128, True), Integer("unsigned __int128", 128, False)]
FLOATS = [Float(), Double()]
COMPLEX = [Complex(Float()), Complex(Double())]
EXTENDED = [LongDouble(), Complex(LongDouble())]
POINTERS = [Pointer("void *"), Pointer("int *"), Pointer("double **")]
