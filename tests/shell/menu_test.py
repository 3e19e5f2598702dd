"""What Tab offers, and what is told about the call being typed."""

import unittest

from screen import PROMPT, Screen

NAMES = [f"zebra-{name}" for name in ("crossing", "cross", "stripe")]


class Menu(unittest.TestCase):
    def screen(self, **more):
        screen = Screen(**more)
        screen.__enter__()
        self.addCleanup(screen.__exit__)
        for name in NAMES:
            screen.run(f"(define {name} 5)")
        screen.press("C-l")
        screen.wait(lambda lines: lines == [PROMPT], "an empty screen")
        return screen

    def open(self, screen, typed="(+ zeb", shows="elle> (+ zebra-"):
        screen.type(typed)
        screen.press("Tab")
        return screen.wait_for(shows + "\n")

    def test_what_all_have_in_common_is_typed_and_the_rest_offered(self):
        screen = self.screen()
        self.open(screen)
        lines = screen.wait_for("zebra-stripe")
        self.assertEqual(sorted(name for line in lines[1:] for name in line.replace(">", "").split() if name in NAMES), sorted(NAMES))
        screen.press("Escape")
        screen.wait(lambda lines: lines[0] == "elle> (+ zeb" and not any("zebra" in line for line in lines), "what there was")

    def test_the_selection_moves_and_is_taken(self):
        screen = self.screen()
        self.open(screen)
        first = self.selected(screen)
        screen.press("Tab")
        second = self.selected(screen, other_than=first)
        screen.press("BTab")
        self.assertEqual(self.selected(screen, other_than=second), first)
        screen.press("Tab", "Enter")
        screen.wait(lambda lines: lines[0] == f"elle> (+ {second}", "what was selected")
        screen.type(" 1)")
        screen.press("Enter")
        screen.wait_for("\n6\n")

    def selected(self, screen, other_than=None):
        def found():
            names = [line.split(">")[1].split()[0] for line in screen.lines()[1:] if ">" in line]
            return names[0] if names and names[0] != other_than else None
        return screen._poll(found, "a selection")

    def test_typing_narrows(self):
        screen = self.screen()
        self.open(screen)
        screen.type("c")
        screen.wait(lambda lines: lines[0] == "elle> (+ zebra-c" and not any("stripe" in line for line in lines), "a shorter menu")
        screen.press("BSpace")
        screen.wait_for("zebra-stripe")
        screen.type("stripe")
        screen.wait(lambda lines: lines[0] == "elle> (+ zebra-stripe" and not any(">" in line for line in lines[1:]), "no menu")

    def test_what_is_of_no_use_says_why(self):
        screen = self.screen(width=100)
        (screen.home / "sensor.h").write_text("int sensor_gone(int x);\nint sensor_lost(void);\n", encoding="utf-8")
        screen.run('(load-header-with-lib "sensor.h" nil)')
        screen.type("(sensor_")
        screen.press("Tab")
        screen.wait_for("sensor_gone  not exported by the program")

    def test_a_long_menu_scrolls(self):
        screen = self.screen(width=60, height=16)
        for name in range(60):
            screen.type(f"(define zoo-{name:02} {name})\r")
        screen.wait(lambda lines: lines[-1] == PROMPT and "(define zoo-59 59)" in "\n".join(lines), "the definitions")
        screen.press("C-l")
        screen.type("zoo-")
        screen.press("Tab")
        first = screen.wait_for("1 of 60")
        screen.press("BTab")
        last = screen.wait_for("60 of 60")
        self.assertLess(len(first), 16)
        self.assertTrue(any("> zoo-59" in line for line in last) or any(">" in line for line in last))
        screen.press("Down", "Up", "Left", "Right", "Enter")
        screen.wait(lambda lines: len(lines) == 1 and lines[0].startswith("elle> zoo-"), "one of them")

    def test_the_selection_is_reversed_in_colour(self):
        screen = self.screen(NO_COLOR="")
        screen.type("(+ zeb")
        screen.press("Tab")
        screen._poll(lambda: any("\x1b[7m" in line and "zebra" in line for line in screen.coloured_lines()), "a reversed row")

    def test_the_call_being_typed_is_told(self):
        screen = self.screen(width=70)
        screen.run('(load-header-with-lib "string.h" "libc.so.6")')
        screen.press("C-l")
        screen.type("(memcpy")
        screen.type(" a ")
        lines = screen.wait_for("»")
        self.assertIn("memcpy", lines[1])
        self.assertRegex(lines[1], "»[^«]*src«")
        screen.type("b 1)")
        screen.wait(lambda lines: lines == ["elle> (memcpy a b 1)"], "the text alone")
        screen.press("C-u")
        screen.resize(24, 10)
        screen.type("(memcpy a ")
        lines = screen.wait(lambda lines: len(lines) == 2 and "src«" in lines[1], "the current parameter")
        self.assertTrue(lines[1].startswith("…"), lines)


if __name__ == "__main__":
    unittest.main()
