"""Runs the built `elle` for the tests of this folder: elle(WORD…) in an empty folder, and a terminal to type at."""

import os
import pty
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUILD = Path(sys.argv.pop(1)).resolve()
ELLE = BUILD / "elle"
PATIENCE_SECONDS = 30


def environment(home, **extra):
    return os.environ | {"HOME": str(home), "XDG_STATE_HOME": f"{home}/state", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PAGER": "cat",
                         "ELLE_CACHE": str(BUILD / "tests" / "cache")} | extra


def run(command, folder=None, stdin=""):
    """(status, stdout, stderr) of a command."""
    with tempfile.TemporaryDirectory() as empty:
        done = subprocess.run(command, cwd=folder or empty, input=stdin, env=environment(empty), capture_output=True,
                              encoding="utf-8", errors="surrogateescape", timeout=PATIENCE_SECONDS)
    return done.returncode, done.stdout, done.stderr


def elle(*words, folder=None, stdin=""):
    return run([str(ELLE), *words], folder, stdin)


class Terminal:
    """`elle` on a terminal of its own. What it shows is compared without carriage returns."""

    def __init__(self, home, **extra):
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            try:
                os.execve(ELLE, ["elle"], environment(home, **extra))
            finally:
                os._exit(127)
        self.shown = ""

    def expect(self, text):
        """Waits until `text` has been shown, and forgets everything up to there."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while text not in self.shown:
            if not self.take_more(deadline):
                raise AssertionError(f"{text!r} never came; there is {self.shown!r}")
        before, _, self.shown = self.shown.partition(text)
        return before

    def take_more(self, deadline):
        """False once there is no more, or the time is up."""
        if not select.select([self.master], [], [], max(0, deadline - time.monotonic()))[0]:
            return False
        try:
            data = os.read(self.master, 4096)
        except OSError:  # how Linux says that the other side is gone
            return False
        self.shown += data.decode(errors="replace").replace("\r", "")
        return bool(data)

    def type(self, keys):
        os.write(self.master, keys.encode())

    def status(self):
        """The exit status, once the program has ended."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.take_more(deadline):
            pass
        os.close(self.master)  # to a program that still waits this is the end of its input
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
