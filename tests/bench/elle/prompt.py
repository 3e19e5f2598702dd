"""How long the prompt takes to answer, as a person sees it: prompt.py ELLE prints `MEASURE MILLISECONDS` lines.

Keys go to a real terminal with gtk/gtk.h loaded; the time runs from the key to the last byte of what it changes on the
screen. Each thing is done several times and its best counts; of several things of one kind the slowest does.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import tempfile
import termios
import time

ROWS, COLUMNS = 3000, 120  # high enough that nothing needs a pager
ROUNDS = 5
QUIET_SECONDS = 0.04  # nothing more comes after this
THINKING_SECONDS = 0.2  # no answer keeps silent for longer in the middle
PATIENCE_SECONDS = 60
CANCEL = "\x03"

KEYS = '(gtk-window-set-title window "héllo")'
COMPLETIONS = ("(g", "(gwn", "(gtk-win", "(window-new", "(gtk-window-set-child win")
DOCUMENTED = ("(doc gtk_window_new)", "(doc GtkWindow)", "(doc GtkAllocation)", "(doc gtk_widget_set_size_request)")
SEARCHED = ('(apropos "window new")', '(apropos "e")')
PRODUCED = ('(who-returns "GtkWidget *")', '(who-returns "GListModel *")', '(who-returns "char *")')


class Prompt:
    def __init__(self, program, home):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(HOME=home, XDG_STATE_HOME=home, TERM="xterm-256color", LC_ALL="C.UTF-8")
            os.execv(program, [program])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.until_prompt()

    def read(self, seconds):
        """What comes within `seconds`, and b"" when nothing does."""
        ready = select.select([self.terminal], [], [], seconds)[0]
        return os.read(self.terminal, 1 << 16) if ready else b""

    def until_prompt(self):
        """The time at which the prompt came."""
        seen = b""
        while b"elle>" not in seen:
            more = self.read(PATIENCE_SECONDS)
            if not more:
                sys.exit(f"the prompt never came; there is {seen!r}")
            seen = (seen + more)[-4000:]
        came = time.perf_counter()
        self.until_quiet()
        return came

    def until_quiet(self, seconds=QUIET_SECONDS):
        """The time of the last byte before a pause, or None when none came."""
        last = None
        while self.read(seconds):
            last = time.perf_counter()
        return last

    def key(self, key):
        """Milliseconds until the screen has changed for it."""
        start = time.perf_counter()
        os.write(self.terminal, key.encode())
        last = self.until_quiet()
        if last is None:
            sys.exit(f"the key {key!r} changed nothing")
        return (last - start) * 1e3

    def line(self, text):
        """Milliseconds from Enter to the next prompt, which is the last thing that comes."""
        os.write(self.terminal, text.encode())
        self.until_quiet()
        start = time.perf_counter()
        os.write(self.terminal, b"\r")
        return (self.until_quiet(THINKING_SECONDS) - start) * 1e3

    def cancel(self):
        os.write(self.terminal, CANCEL.encode())
        self.until_prompt()

    def keys(self, text):
        times = [self.key(character) for character in text]
        self.cancel()
        return times

    def completion(self, text):
        os.write(self.terminal, text.encode())
        self.until_quiet()
        taken = self.key("\t")
        self.cancel()
        return taken


def slowest(measure, things):
    return max(min(measure(thing) for _ in range(ROUNDS)) for thing in things)


def main(program):
    with tempfile.TemporaryDirectory() as home:
        prompt = Prompt(program, home)
        prompt.line('(load-header-with-lib "gtk/gtk.h" "libgtk-4.so.1")')
        prompt.line("(define window nil)")
        rounds = [prompt.keys(KEYS) for _ in range(ROUNDS)]
        print("key", max(map(min, zip(*rounds))))
        print("completion", slowest(prompt.completion, COMPLETIONS))
        print("doc", slowest(prompt.line, DOCUMENTED))
        print("apropos", slowest(prompt.line, SEARCHED))
        print("who_returns", slowest(prompt.line, PRODUCED))
        print("how_to_get", slowest(prompt.line, ('(how-to-get "GdkSurface *")',)))
        os.write(prompt.terminal, b"\x04")
        os.waitpid(prompt.pid, 0)


if __name__ == "__main__":
    main(sys.argv[1])
