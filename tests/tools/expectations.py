"""The expectations that a Lisp file states in its comments, and whether a run met them.

    ; expect: TEXT          the next line of standard output, exactly
    ; expect match: REGEX   the next line of standard output, as a regular expression over the whole line
    ; expect error: TEXT    standard error contains TEXT (several: in this order), and the exit status is 1
    ; expect stderr: TEXT   standard error contains TEXT, whatever the exit status
    ; exit: N               the exit status, where it is neither 0 nor, after an expected error, 1
    ; args: WORDS           arguments of the script, in shell quoting
    ; stdin: TEXT           a line of standard input
    ; env: NAME=VALUE       an environment variable
    ; screen: 640x480       an X screen of its own (see screen.py)
    ; shell: COMMAND        run this with `sh -e`, `elle` on its PATH, in place of the script (several: one script)

Standard output must hold the expected lines and no others; standard error must be empty unless something is expected
there. A directive stands alone on a line or after code. TEXT starts after one space, so that further spaces count.
"""

import re

DIRECTIVE = re.compile(r";+ ?(expect(?: \w+)?|exit|args|stdin|env|screen|shell):(?: (.*))?$")
ALMOST = re.compile(r";+ *(expect\w*\b[^:]*)$|;+ *(expects|expected)\b.*:")


class Malformed(Exception):
    """A file whose directives cannot be what their author meant."""


class Expectations:
    def __init__(self):
        self.lines = []  # (is_regex, text), in the order of standard output
        self.errors = []  # texts that standard error contains, in order
        self.error_expected = False
        self.exit_status = None
        self.args = ""
        self.stdin = []
        self.env = {}
        self.screen = None
        self.shell = []

    def states_something(self):
        return bool(self.lines or self.errors or self.exit_status is not None)

    def expected_status(self):
        if self.exit_status is not None:
            return self.exit_status
        return 1 if self.error_expected else 0

    def take(self, name, text):
        """One directive. Raises Malformed for a name that is none."""
        if name == "expect":
            self.lines.append((False, text))
        elif name == "expect match":
            self.lines.append((True, text))
        elif name in ("expect error", "expect stderr"):
            self.errors.append(text)
            self.error_expected |= name == "expect error"
        elif name == "exit":
            self.exit_status = int(text)
        elif name == "args":
            self.args = text
        elif name == "screen":
            self.screen = text
        elif name == "env":
            key, _, value = text.partition("=")
            self.env[key] = value
        elif name in ("stdin", "shell"):
            getattr(self, name).append(text)
        else:
            raise Malformed(f"there is no directive `{name}:`")


def parse(text):
    """The expectations in a file's text; raises Malformed."""
    expectations = Expectations()
    for number, line in enumerate(text.splitlines(), 1):
        found = DIRECTIVE.search(line)
        if found:
            expectations.take(found[1], found[2] or "")
        elif ALMOST.search(line):
            raise Malformed(f"line {number} looks like an expectation and is none: {line.strip()}")
    if not expectations.states_something():
        raise Malformed("it expects nothing, so it cannot fail")
    return expectations


def line_matches(expected, line):
    is_regex, text = expected
    return re.fullmatch(text, line) is not None if is_regex else text == line


def check_output(expected, stdout):
    """The complaints about standard output: at most one, the first line that differs."""
    lines = stdout.splitlines()
    for number, (want, line) in enumerate(zip(expected, lines), 1):
        if not line_matches(want, line):
            return [f"line {number} of standard output\n  expected: {want[1]}\n  was:      {line}"]
    if len(lines) < len(expected):
        return [f"standard output ended after {len(lines)} lines\n  expected: {expected[len(lines)][1]}"]
    if len(lines) > len(expected):
        return [f"standard output has a line that nobody expects\n  was:      {lines[len(expected)]}"]
    return []


def check_errors(expected, stderr):
    """The complaints about standard error."""
    if not expected and stderr:
        return ["standard error should be empty"]
    position = 0
    for text in expected:
        position = stderr.find(text, position)
        if position < 0:
            return [f"standard error lacks\n  expected: {text}"]
        position += len(text)
    return []


def check(expectations, status, stdout, stderr):
    """Everything about a run that was not as expected, as texts; empty when it passed."""
    complaints = check_output(expectations.lines, stdout) + check_errors(expectations.errors, stderr)
    if status != expectations.expected_status():
        complaints.append(f"exit status\n  expected: {expectations.expected_status()}\n  was:      {status}")
    return complaints
