"""A terminal with eyes: `elle` in a pane of tmux, whose screen is what a person would see."""

import shlex
import subprocess
import tempfile
import time
from pathlib import Path

from program import ELLE, PATIENCE_SECONDS, environment

PROMPT = "elle>"


class Screen:
    """`with Screen(…) as screen:` starts `elle` and waits for its prompt; leaving ends it.

    home: the folder of its history and of relative paths; one of its own when None.
    words: the command line's words. env: further environment variables, such as NO_COLOR="".
    """

    def __init__(self, home=None, words=(), width=80, height=24, ready=PROMPT, program=ELLE, **env):
        self._own = None if home else tempfile.TemporaryDirectory()
        self.home = Path(home or self._own.name)
        self._socket = tempfile.TemporaryDirectory()
        self._ready = ready
        command = shlex.join(map(str, (program, *words)))
        self._environment = environment(self.home, **env)
        for name in ("TMUX", "TERM", "TMUX_PANE"):
            self._environment.pop(name, None)
        if "TERM" in env:
            command = shlex.join(["env", f"TERM={env['TERM']}"]) + " " + command
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height), "-c", str(self.home),
                   "cat", ";", "set", "-g", "status", "off", ";", "set", "-g", "remain-on-exit", "on", ";",
                   "set", "-g", "escape-time", "0", ";", "respawn-pane", "-k", "-c", str(self.home), command)

    def _tmux(self, *words):
        done = subprocess.run(["tmux", "-u", "-S", f"{self._socket.name}/tmux", *words], env=self._environment,
                              capture_output=True, encoding="utf-8", timeout=PATIENCE_SECONDS)
        if done.returncode:
            raise AssertionError(f"tmux {words[0]}: {done.stderr.strip()}")
        return done.stdout

    def __enter__(self):
        try:
            if self._ready:
                self.wait_for(self._ready)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        subprocess.run(["tmux", "-S", f"{self._socket.name}/tmux", "kill-server"], capture_output=True)
        for folder in (self._own, self._socket):
            if folder:
                folder.cleanup()

    def type(self, text):
        """Types characters as they are; "\\r" is Enter."""
        self._tmux("send-keys", "-l", "--", text)

    def press(self, *keys):
        """Presses keys by tmux's names: "Tab", "BTab", "Up", "Enter", "Escape", "C-r", "M-b", "C-M-f"."""
        self._tmux("send-keys", *keys)

    def paste(self, text):
        """Pastes as the terminal would: bracketed when the program asked for that."""
        self._tmux("set-buffer", "--", text)
        self._tmux("paste-buffer", "-p", "-r")

    def run(self, form, shows=None):
        """Types a form and Enter, and waits for what it shows and the next prompt on the last row."""
        self.type(form)
        self.wait(lambda lines: lines[-1:] != [PROMPT], "what is typed")
        self.press("Enter")
        if shows:
            self.wait_for(shows)
        self.wait(lambda lines: lines[-1:] == [PROMPT], "the next prompt")

    def resize(self, width, height):
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def lines(self, scrolled_off=False):
        """The rows of the screen, without what is blank at their ends and below the last."""
        text = self._tmux("capture-pane", "-p", *(["-S", "-"] if scrolled_off else []))
        return [line.rstrip() for line in text.rstrip().split("\n")]

    def coloured_lines(self):
        """As lines(), with the escape sequences of their colours."""
        return self._tmux("capture-pane", "-p", "-e").rstrip().split("\n")

    def cursor(self):
        """(column, row), from 0."""
        column, row = self._tmux("display-message", "-p", "#{cursor_x} #{cursor_y}").split()
        return int(column), int(row)

    def status(self):
        """The exit status, once the program has ended."""
        self._poll(lambda: self._tmux("display-message", "-p", "#{pane_dead}").strip() == "1", "the end of the program")
        return int(self._tmux("display-message", "-p", "#{pane_dead_status}"))

    def wait_for(self, text):
        """Waits until `text` stands on the screen, where a line break matches a row's end; returns the rows."""
        return self.wait(lambda lines: text in "\n".join(lines), repr(text))

    def wait_until_gone(self, text):
        return self.wait(lambda lines: text not in "\n".join(lines), f"the end of {text!r}")

    def wait(self, satisfied, wanted="what was waited for"):
        """Waits until satisfied(lines); returns them."""
        return self._poll(lambda: (lines := self.lines()) and satisfied(lines) and lines, wanted)

    def _poll(self, attempt, wanted):
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not (found := attempt()):
            if time.monotonic() > deadline:
                raise AssertionError(f"{wanted} never came; the screen is\n" + "\n".join(self.lines()))
            time.sleep(0.01)
        return found
