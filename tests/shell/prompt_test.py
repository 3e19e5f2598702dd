"""The prompt on a terminal: what is shown for what is typed."""

import tempfile
import time
import unittest
from pathlib import Path

from program import Terminal

CTRL_C, CTRL_D, UP = "\x03", "\x04", "\x1b[A"


class Prompt(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.home = Path(scratch.name)

    def terminal(self, **environment):
        terminal = Terminal(self.home, **{"TERM": "xterm"} | environment)
        terminal.expect("elle> ")
        return terminal

    def leave(self, terminal, prompt="elle> "):
        """Ctrl-D at the next prompt. Keys typed while a form runs are the kernel's, so the prompt comes first."""
        terminal.expect(prompt)
        terminal.type(CTRL_D)
        self.assertEqual(terminal.status(), 0)

    def test_values_lines_and_errors(self):
        terminal = self.terminal()
        terminal.type('(* 6 7)\r')
        terminal.expect("\n42\n")
        terminal.expect("elle> ")
        terminal.type("(+ 1\r")
        terminal.expect("   .. ")
        terminal.type("2)\r")
        terminal.expect("\n3\n")
        terminal.expect("elle> ")
        terminal.type('(error "Out of luck.")\r')
        terminal.expect("Out of luck.")
        terminal.expect("elle> ")
        terminal.type("(exit 4)\r")
        self.assertEqual(terminal.status(), 4)

    def test_control_c_forgets_a_line_and_stops_an_evaluation(self):
        for name in ("xterm", "dumb"):
            with self.subTest(TERM=name):
                terminal = self.terminal(TERM=name)
                terminal.type("(+ 1\r")
                terminal.expect("   .. ")
                terminal.type(CTRL_C)
                terminal.expect("elle> ")
                terminal.type('(do (print "now") (loop again () (again)))\r')
                terminal.expect("\nnow\n")
                terminal.type(CTRL_C)
                terminal.expect("elle> ")
                terminal.type("(* 6 7)\r")
                terminal.expect("\n42\n")
                self.leave(terminal)

    def test_control_c_while_a_slow_terminal_takes_what_is_written(self):
        terminal = self.terminal()
        terminal.type("(for [i (range 1000)] (print (range 300)))\r")
        time.sleep(1)  # nobody reads: Elle waits in the middle of a row
        terminal.type(CTRL_C)
        time.sleep(0.5)
        terminal.expect("Interrupted.")
        terminal.expect("elle> ")
        terminal.type("(* 6 7)\r")
        terminal.expect("\n42\n")
        self.leave(terminal)

    def test_callbacks_of_other_threads_run_at_the_prompt(self):
        terminal = self.terminal(TERM="dumb")
        for form in ('(load-header-with-lib ["pthread.h" "unistd.h"] "libc.so.6")',
                     '(define threads (make-array "pthread_t" 1))',
                     '(define (fail data) (usleep 100000) (error "Too late."))',
                     '(define (leave data) (exit 6))'):
            terminal.type(form + "\r")
            terminal.expect("elle> ")
        terminal.type("(pthread-create threads nil fail nil)\r")
        terminal.expect("error: Too late.")
        terminal.expect("on another thread\n")
        terminal.type("(* 6 7)\r")
        terminal.expect("\n42\n")
        terminal.expect("elle> ")
        terminal.type("(do (pthread-create threads nil leave nil) (sleep 0.5))\r")
        terminal.type("(print :not-reached)\r")
        self.assertEqual(terminal.status(), 6)

    def test_tab_completes(self):
        terminal = self.terminal()
        terminal.type("(define zebra-crossing 5)\r")
        terminal.expect("elle> ")
        terminal.type("(+ zebra\t 1)\r")
        terminal.expect("-crossing 1)")
        terminal.expect("\n6\n")
        self.leave(terminal)

    def test_tab_shows_what_is_of_no_use_with_its_reason(self):
        header = self.home / "sensor.h"
        header.write_text("int sensor_gone(int x);\n#ifdef MORE\nint sensor_more(void);\n#endif\n", encoding="utf-8")
        terminal = self.terminal()
        terminal.type(f'(load-header-with-lib "{header}" nil)\r')
        terminal.expect("elle> ")
        terminal.type("(sensor_\t")
        terminal.expect("sensor_gone  not exported by the program")
        terminal.expect(f"sensor_more  declared at {header}:3 when MORE is defined")
        terminal.type(CTRL_C)
        self.leave(terminal)

    def test_history_lasts(self):
        terminal = self.terminal()
        terminal.type("(* 6 7)\r")
        terminal.expect("\n42\n")
        self.leave(terminal)
        terminal = self.terminal()
        terminal.type(UP + "\r")
        terminal.expect("\n42\n")
        self.leave(terminal)
        self.assertEqual((self.home / "state/elle/history").read_text(encoding="utf-8"), "(* 6 7)\n")

    def test_colour_only_where_it_is_wanted(self):
        for no_colour, prompt in (("1", "elle> "), ("", "\x1b[32melle>\x1b[0m ")):
            with self.subTest(NO_COLOR=no_colour):
                terminal = Terminal(self.home, TERM="xterm", NO_COLOR=no_colour)
                terminal.expect("leaves.\n")
                self.assertEqual(terminal.expect(prompt).strip(), "")
                terminal.type("\r")
                self.leave(terminal, prompt)


if __name__ == "__main__":
    unittest.main()
