"""The tour runs for real: typed through on a terminal, and straight through without one."""

import unittest

from program import elle
from screen import Screen

LEFT = "Until next time: (tour) begins anew."


class Tour(unittest.TestCase):
    def test_step_by_step(self):
        with Screen(width=100, height=40) as screen:
            screen.type("(tour)\r")
            screen.wait_for("-- 1/15: Load a library")
            for shown in ("-- 2/15: Call C", "-- 3/15: Read about it", "-- 4/15: Pass values"):
                screen.wait(lambda lines: lines[-1].startswith("tour>"))
                screen.press("Enter")
                screen.wait_for(shown)
            screen.wait_for("uLong crc32(uLong crc")
            for keys, shown in (("(* 6 7)", "\n42\n"), ("(car", "error"), ("b", "-- 3/15"), ("n", "-- 4/15"),
                                ("", "\n907060870\n"), ("", "is not a"), ("", "\n0\n")):
                screen.press("C-l")
                screen.wait(lambda lines: lines[-1].startswith("tour>"))
                screen.type(keys + "\r")
                screen.wait_for(shown)
            screen.type("q\r")
            screen.wait_for(LEFT)
            screen.wait(lambda lines: lines[-1] == "elle>")

    def test_it_can_be_left_by_control_keys(self):
        for key, shown in (("C-d", LEFT), ("C-c", "Interrupted.")):
            with self.subTest(key=key), Screen(width=100, height=40) as screen:
                screen.type("(tour)\r")
                screen.wait(lambda lines: lines[-1].startswith("tour>"))
                screen.press(key)
                screen.wait_for(shown)
                screen.wait(lambda lines: lines[-1] == "elle>")

    def test_straight_through(self):
        status, shown, errors = elle("-e", "(tour)")
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual(shown.count("error:"), 1, shown)  # the mistake that is made on purpose
        for line in ("907060870", "uLong crc32(uLong crc, const Bytef *buf, uInt len)", "[100 16]", "5",
                     "Vasa 1628", "Titanic 1911", "Fram"):
            self.assertIn(line, shown.split("\n"))
        self.assertIn("That was the tour.", shown)


if __name__ == "__main__":
    unittest.main()
