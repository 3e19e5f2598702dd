"""The screens shown in a guide are what a terminal shows: screens.py BUILD FILE [--write].

A block of language `screen` shows the screen after what the comment before it does; all screens of a file are one
session, and each starts on a cleared screen:

    <!-- screen
    type (sdl-create-w
    press Tab Tab
    wait SDL_Window
    -->
    ```screen
    elle> (sdl-create-window
    ```

`type` types the rest of its line; `enter` types it and then Enter, and waits for the next prompt; `press` presses keys
by tmux's names; `wait` waits for a text; `size 80x24` gives the terminal that size; `restart` begins a new session. In
the comparison all addresses count as equal, and all times. `--write` puts what is seen into FILE, and of a screen whose
comment says `picture NAME` a picture in its colours into pictures/NAME.svg beside it.
"""

import re
import sys
import tempfile
import time
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "shell"))
arguments, sys.argv = sys.argv[1:], sys.argv[:2]  # program.py takes the build folder from there
from program import PATIENCE_SECONDS
from screen import PROMPT, Screen
from terminal_picture import picture

BLOCK = re.compile(r"<!-- screen\n(.*?)-->\n```screen\n(.*?)^```$", re.MULTILINE | re.DOTALL)
VARYING = ((re.compile(r"0x[0-9a-f]{7,}"), "0x…"), (re.compile(r"\d+(\.\d+)? (ms|s)\b"), "N s"), (re.compile(" +"), " "))
QUIET_SECONDS = 0.4
WIDTH = 90
READERS_HOME = "~"


def comparable(lines):
    text = "\n".join(lines)
    for pattern, replacement in VARYING:
        text = pattern.sub(replacement, text)
    return text


class Guide:
    def __init__(self, home):
        self.home = home  # where relative paths begin; the reader's home on the screens
        self.screen = None

    def restart(self):
        self.close()
        self.screen = Screen(self.home, width=WIDTH, NO_COLOR="").__enter__()

    def close(self):
        if self.screen:
            self.screen.__exit__()

    def do(self, line):
        word, _, rest = line.partition(" ")
        if word == "type":
            self.screen.type(rest)
        elif word == "enter":
            self.screen.run(rest)
        elif word == "press":
            self.screen.press(*rest.split())
        elif word == "wait":
            self.screen.wait_for(rest)
        elif word == "size":
            self.screen.resize(*map(int, rest.split("x")))
        elif word not in ("restart", "picture"):
            raise AssertionError(f"there is no `{word}`; screens.py says what there is")

    def show(self, actions):
        """Does what a comment says, on a fresh row of a cleared screen."""
        lines = actions.splitlines()
        if not self.screen or "restart" in lines:
            self.restart()
        self.screen.press("C-c")
        self.screen.press("C-l")
        self.screen.wait(lambda rows: rows == [PROMPT], "an empty screen")
        for line in lines:
            self.do(line)

    def lines(self):
        return [line.replace(str(self.home), READERS_HOME) for line in self.screen.lines()]

    def settled(self, expected):
        """The screen once it is as expected, or has stopped changing."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        lines, since = self.lines(), time.monotonic()
        while time.monotonic() < deadline:
            if expected is not None and comparable(lines) == expected:
                break
            if expected is None and time.monotonic() - since > QUIET_SECONDS:
                break
            time.sleep(0.02)
            if (now := self.lines()) != lines:
                lines, since = now, time.monotonic()
        return lines


def rewritten(markdown, guide, pictures, write):
    """The text with what is really shown, and complaints (line, screen) of what differs."""
    parts, complaints, end = [], [], 0
    for found in BLOCK.finditer(markdown):
        stated = comparable(found[2].splitlines())
        guide.show(found[1])
        lines = guide.settled(None if write else stated)
        parts += [markdown[end:found.start(2)], found[2]]
        end = found.end(2)
        for name in re.findall(r"^picture (.+)$", found[1], re.MULTILINE) if write else ():
            (pictures / f"{name}.svg").write_text(picture(guide.screen.coloured_lines(), WIDTH), encoding="utf-8")
        if comparable(lines) != stated:
            complaints.append((markdown.count("\n", 0, found.start(2)), lines))
            parts[-1] = "\n".join(lines) + "\n"
    return "".join([*parts, markdown[end:]]), complaints


def main(file, write):
    with tempfile.TemporaryDirectory() as home:
        guide = Guide(home)
        try:
            text, complaints = rewritten(file.read_text(encoding="utf-8"), guide, file.parent / "pictures", write)
        finally:
            guide.close()
    if write:
        file.write_text(text, encoding="utf-8")
        return 0
    for line, lines in complaints:
        print(f"{file}:{line}: the screen is", *lines, sep="\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(Path(arguments[1]), "--write" in arguments))
