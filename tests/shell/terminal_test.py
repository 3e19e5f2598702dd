"""The prompt and its terminal: windows that change, other threads that write, programs in between, long texts."""

import os
import re
import signal
import tempfile
import termios
import unittest

from program import ELLE, Terminal
from screen import PROMPT, Screen

THREADS = ('(load-header-with-lib ["pthread.h" "unistd.h"] "libc.so.6")', '(define threads (make-array "pthread_t" 1))')


class Windows(unittest.TestCase):
    def screen(self, **more):
        screen = Screen(**more)
        screen.__enter__()
        self.addCleanup(screen.__exit__)
        return screen

    def test_another_size_shows_the_text_anew(self):
        screen = self.screen(width=60, height=12)
        screen.run('(print "above")', shows="\nabove\n")
        screen.type('(list "' + "x" * 40 + '"\r:y')
        rows = screen.wait(lambda lines: any(":y" in line for line in lines), "the text")
        screen.resize(30, 12)
        narrow = screen.wait(lambda lines: any(re.fullmatch(r'elle> \(list "x{17}', line) for line in lines), "broken rows")
        self.assertEqual(sum("(list" in line and "elle>" in line for line in narrow), 1, narrow)
        screen.resize(60, 12)
        screen.wait(lambda lines: [line for line in lines if "(list" in line] == [line for line in rows if "(list" in line],
                    "the rows as they were")
        screen.type(")")
        screen.press("Enter")
        screen.wait(lambda lines: lines[-1] == PROMPT and ":y)" in lines[-2], "the value")

    def test_other_threads_write_above_the_text(self):
        screen = self.screen()
        for form in THREADS:
            screen.run(form)
        screen.run("(define (tell data) (while (not (file-exists? \"go\")) (usleep 1000)) (print \"one\") (print \"two\")"
                   " (display \"thr\") (usleep 1000) (print \"ee\"))")
        screen.run("(pthread-create threads nil tell nil)")
        screen.press("C-l")
        screen.type("(+ 1\r2")
        screen.wait(lambda lines: lines[:2] == ["elle> (+ 1", "   ..    2"], "the text")
        (screen.home / "go").touch()
        screen.wait(lambda lines: lines[:5] == ["one", "two", "three", "elle> (+ 1", "   ..    2"], "what the thread wrote")
        screen.type(")\r")
        screen.wait(lambda lines: lines[5:] == ["3", PROMPT], "the value")

    def test_half_a_row_from_c_stays(self):
        screen = self.screen()
        screen.run('(load-header-with-lib "stdio.h" "libc.so.6")')
        screen.press("C-l")
        screen.run('(do (printf "half a row") nil)')
        self.assertEqual(screen.lines()[1:], ["half a row", PROMPT])

    def test_suspending(self):
        screen = self.screen(program="bash", words=("--norc", "+o", "history"), ready="bash-")
        screen.type(f"{ELLE}\r")
        screen.wait_for(PROMPT)
        screen.type("(+ 1\r2")
        screen.press("C-z")
        screen.wait_for("Stopped")
        screen.type("stty -a | grep -o ' [-]*icanon'; fg\r")
        screen.wait_for("\n icanon")
        screen.wait(lambda lines: lines[-1].startswith("(") or lines[-1] == "   ..    2", "the text")
        screen.type(")\r")
        screen.wait(lambda lines: lines[-2:] == ["3", PROMPT], "the value")

    def test_clearing_and_explaining(self):
        screen = self.screen()
        screen.type("(string-repeat")
        screen.press("C-l")
        screen.wait(lambda lines: lines[0] == "elle> (string-repeat", "an empty screen")
        screen.press("M-h")
        screen.wait(lambda lines: lines[0].startswith("(string-repeat") and "elle> (string-repeat" in lines, "what it is")

    def test_long_texts_go_through_the_pager(self):
        with self.subTest("a pager of one's own"):
            screen = self.screen(height=10, PAGER="sed 's/^/| /'")
            screen.run("(for-each print (range 3))", shows="\n2\n")
            screen.run("(show (range 300) :all #t)", shows="298 299)")
            self.assertTrue(any(line.startswith("| (0 1 2") for line in screen.lines(scrolled_off=True)))
        with self.subTest("no pager works"):
            screen = self.screen(height=10, PAGER="false")
            screen.run("(show (range 300) :all #t)", shows="298 299)")
        with self.subTest("less"):
            screen = self.screen(height=10, PAGER="")
            screen.type("(show (range 400) :all #t)\r")
            screen.wait_for("\n:")
            screen.press("q")
            screen.run("(* 6 7)", shows="\n42\n")
        with self.subTest("Ctrl-C ends the pager, not Elle"):
            screen = self.screen(height=10, PAGER="head -n 1; echo waiting; sleep 100")
            screen.type("(show (range 300) :all #t)\r")
            screen.wait(lambda lines: lines[-1] == "waiting", "the pager")
            screen.press("C-c")
            screen.run("(* 6 7)", shows="\n42\n")


class Modes(unittest.TestCase):
    """What the terminal is left like, seen from the side that types."""

    def terminal(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        terminal = Terminal(scratch.name, TERM="xterm")
        terminal.expect("\x1b[?2004h")
        return terminal

    def by_lines(self, terminal):
        """True when the terminal collects lines and shows what is typed, as it does for most programs."""
        flags = termios.tcgetattr(terminal.master)[3]
        return bool(flags & termios.ICANON and flags & termios.ECHO and flags & termios.ISIG)

    def test_a_form_that_runs_reads_lines(self):
        terminal = self.terminal()
        self.assertFalse(self.by_lines(terminal))
        terminal.type("(do (print 'now) (read-line))\r")
        terminal.expect("\nnow\n")
        self.assertTrue(self.by_lines(terminal))
        terminal.type("some words\n")
        terminal.expect('"some words"')
        terminal.expect("elle> ")
        terminal.type("\x04")
        self.assertEqual(terminal.status(), 0)

    def test_what_is_typed_ahead_is_for_the_form_that_reads(self):
        terminal = self.terminal()
        terminal.type("(read-line)\rthese words\n")
        terminal.expect('"these words"')
        terminal.expect("elle> ")
        terminal.type("\x04")
        self.assertEqual(terminal.status(), 0)

    def test_an_interrupt_from_elsewhere_is_a_control_c(self):
        terminal = self.terminal()
        terminal.type("(never")
        terminal.expect("(never")
        os.kill(terminal.pid, signal.SIGINT)
        terminal.expect("^C")
        terminal.expect("elle> ")
        terminal.type("\x04")
        self.assertEqual(terminal.status(), 0)

    def test_signals_leave_the_terminal_as_it_was(self):
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGSEGV, signal.SIGABRT):
            with self.subTest(number):
                terminal = self.terminal()
                terminal.type('(load-header-with-lib "unistd.h" "libc.so.6")\r')  # faults are caught from now on
                terminal.expect("\x1b[?2004h")
                os.kill(terminal.pid, number)
                terminal.expect("\x1b[?2004l")
                self.assertNotEqual(os.waitpid(terminal.pid, 0)[1], 0)
                self.assertTrue(self.by_lines(terminal))
                os.close(terminal.master)


if __name__ == "__main__":
    unittest.main()
