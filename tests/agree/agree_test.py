"""The generator and the comparison, tested: agree_test.py BUILD."""

import sys
import unittest
from pathlib import Path

from program import Program
from run import signatures_of
from scalars import Extended, Integer, LongDouble
from sides import COMPILERS, INVOKERS, Sides
from smaller import smallest

BUILD = Path(sys.argv.pop(1)).resolve()


class Agree(unittest.TestCase):
    def test_the_same_seed_gives_the_same_program(self):
        one, other = (Program(signatures_of(7, 40)) for _ in range(2))
        self.assertEqual((one.header(), one.code(), one.script(), one.tape),
                         (other.header(), other.code(), other.script(), other.tape))
        self.assertNotEqual(one.header(), Program(signatures_of(8, 40)).header())

    def test_every_value_that_does_not_arrive_is_noticed(self):
        signatures = [s for s in signatures_of(7, 60) if s.parameters and s.result.takes_value()][:12]
        sides = Sides(BUILD, BUILD / "tests" / "work" / "agree-noticed")
        folder = sides.build_program(signatures, COMPILERS[0], sides.folder / "wrong")
        tape = bytearray(folder.joinpath("tape").read_bytes())
        for begin, _ in Program(signatures).spans:
            tape[begin] ^= 1
        folder.joinpath("tape").write_bytes(tape)
        complaints = sides.run(signatures, folder, COMPILERS[0], INVOKERS[0])
        self.assertEqual(sorted(complaints), sorted(s.number for s in signatures))

    def test_a_failing_signature_is_made_as_small_as_it_fails(self):
        def fails(signature):
            return any("long double" in type_.declare("") for type_ in signature.types)

        guilty = next(s for s in signatures_of(7, 400) if fails(s) and len(s.parameters) > 5)
        least = smallest(guilty, fails)
        self.assertLessEqual(len(least.parameters), 1)
        self.assertTrue(any(type_.declare("").startswith("long double") for type_ in least.types))

    def test_encodings_are_those_of_the_machine(self):
        self.assertEqual(Integer("int", 32, True).encode(-2), b"\xfe" + b"\xff" * 15)
        one = Extended(False, 1 << 63, -63)
        self.assertEqual(LongDouble().encode(one), b"\0\0\0\0\0\0\0\x80\xff\x3f")


if __name__ == "__main__":
    unittest.main()
