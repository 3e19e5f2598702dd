"""Ctrl-C comes back to the prompt, whatever runs."""

import subprocess
import time
import unittest

from screen import PROMPT, Screen

C_TEXT = """
#include <stdlib.h>
#include <unistd.h>
void spin(void) { for (volatile int i = 1; i;) {} }
void allocate(void) { for (;;) { void *volatile p = malloc(100); free(p); } }
void main_loop(void (*step)(void)) { for (;;) step(); }
void wait_for_ever(void) { for (;;) pause(); }
"""
HEADER = "void spin(void); void allocate(void); void main_loop(void (*step)(void)); void wait_for_ever(void);"


class InterruptsTestCase(unittest.TestCase):
    def setUp(self):
        self.screen = Screen(width=120)
        self.screen.__enter__()
        self.addCleanup(self.screen.__exit__)

    def load(self, *headers):
        """Loads the C functions above, and what the headers declare of the program itself."""
        home = self.screen.home
        (home / "loops.h").write_text(HEADER, encoding="utf-8")
        (home / "loops.c").write_text(C_TEXT, encoding="utf-8")
        subprocess.run(["cc", "-shared", "-fPIC", "-o", "libloops.so", "loops.c"], cwd=home, check=True)
        self.screen.run('(load-header-with-lib "loops.h" "./libloops.so")')
        self.screen.run(f'(load-header-with-lib {" ".join(headers)} nil)' if headers else ":loaded")

    def start(self, form, started="started"):
        """Types a form that prints `started` before it keeps the prompt waiting."""
        self.screen.type(form)
        self.screen.press("Enter")
        self.screen.wait(lambda lines: started in lines, f"a row {started!r}")

    def interrupt(self, shows="Interrupted."):
        self.screen.press("C-c")
        self.back_at_prompt(shows)

    def back_at_prompt(self, shows):
        self.screen.wait(lambda lines: lines[-1:] == [PROMPT], "the prompt")
        self.assertIn(shows, "\n".join(self.screen.lines()))
        self.screen.press("C-l")
        self.screen.run("(* 6 7)", shows="\n42")

    def leave_c(self, function):
        """Twice: the first did not help, and what keeps running is named before the second does."""
        self.screen.press("C-c")
        self.screen.wait_for(f"Still in C: `{function}`. Ctrl-C again leaves it where it stands.")
        self.interrupt(f"Interrupted: `{function}` was left in the middle of its work.")


class Interrupts(InterruptsTestCase):
    def test_lisp(self):
        self.start('(do (print "started") (loop again () (again)))')
        self.interrupt()
        self.start('(do (print "started") (sleep 100))')
        self.interrupt()
        self.start('(do (print "started") (read-line))')
        self.interrupt()
        self.start('(do (print "started") (read-all))')
        self.interrupt()

    def test_programs(self):
        self.start('(do (print "started") (run "sleep" "100"))')
        self.interrupt()
        self.start('''(do (print "started") (run "sh" "-c" "trap '' INT; sleep 100"))''')
        self.screen.press("C-c")
        time.sleep(0.05)
        self.interrupt()

    def test_cleanup_runs(self):
        self.start('(try (do (print "started") (loop again () (again))) (catch e 1) (finally (print "cleaned up")))')
        self.interrupt("cleaned up")

    def test_c_that_waits_or_calls_back(self):
        self.screen.run('(load-header-with-lib ["stdlib.h" "unistd.h"] nil)')
        self.start('(do (print "started") (pause))')
        self.interrupt()
        self.screen.run("(define numbers (make-array :int [3 1 2]))", shows="[3 1 2]")
        self.start('(qsort numbers 3 4 (fn [a b] (print "started") (loop again () (again))))')
        self.interrupt()

    def test_c_that_does_not_end(self):
        self.load()
        self.start('(do (print "started") (spin))')
        self.leave_c("spin")
        self.start('(do (print "started") (wait-for-ever))')
        self.leave_c("wait_for_ever")

    def test_c_that_calls_back_for_ever(self):
        self.load()
        self.start('(main-loop (fn [] (print "started") (sleep 0.01)))')
        self.leave_c("main_loop")

    def test_c_below_a_callback(self):
        self.load('["stdlib.h"]')
        self.screen.run("(define numbers (make-array :int [3 1 2]))", shows="[3 1 2]")
        for _ in range(2):
            self.start('(qsort numbers 3 4 (fn [a b] (print "started") (wait-for-ever) 0))')
            self.leave_c("wait_for_ever")

    def test_a_callback_on_another_thread(self):
        self.screen.run('(load-header-with-lib "pthread.h" "libc.so.6")')
        self.screen.run('(define threads (make-array "pthread_t" 1))')
        self.screen.run('(pthread-create threads nil (fn [x] (loop again () (again))) nil)')
        self.screen.press("C-c")
        self.screen.wait_for("Interrupted.")
        self.screen.wait_for("on another thread")
        self.screen.press("Enter")
        self.screen.run("(pthread-join (get threads 0) nil)", shows="\n0\n")

    def test_what_cannot_be_stopped_says_so_and_history_stays(self):
        self.start('(do (print "started") (count (number->string (expt 7 12000000))))')
        for _ in range(3):
            self.screen.press("C-c")
        self.screen.wait(lambda lines: lines[-1:] == [PROMPT], "the prompt")
        self.assertIn("Interrupted.", "\n".join(self.screen.lines()))
        self.screen.press("Up")
        self.screen.wait_for("(expt 7 12000000)")


if __name__ == "__main__":
    unittest.main()
