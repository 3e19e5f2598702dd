"""Runs one Lisp file against the expectations in its comments: run_script.py BUILD NAME FILE.

Exit status 0 when every expectation was met. expectations.py lists what a file may say.
"""

import contextlib
import shlex
import sys
from pathlib import Path

from expectations import Malformed, check, parse
from screen import screen
from workspace import Workspace


def command_for(expectations, build, script):
    if expectations.shell:
        return ["sh", "-e", "-c", "\n".join(expectations.shell)]
    return [str(Path(build).resolve() / "elle"), f"here/{script.name}", *shlex.split(expectations.args)]


def main(build, name, file):
    script = Path(file)
    try:
        expectations = parse(script.read_text(encoding="utf-8", errors="replace"))
    except Malformed as reason:
        print(f"{file}: {reason}")
        return 1
    workspace = Workspace(build, name, script.parent)
    stdin = "".join(line + "\n" for line in expectations.stdin)
    wanted = expectations.screen
    with screen(wanted, workspace.folder / "screen") if wanted else contextlib.nullcontext({}) as environment:
        status, stdout, stderr = workspace.run(command_for(expectations, build, script), stdin,
                                               environment | expectations.env)
    complaints = check(expectations, status, stdout, stderr)
    if complaints:
        print(f"{file}", *complaints, f"--- standard output\n{stdout}--- standard error\n{stderr}---", sep="\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
