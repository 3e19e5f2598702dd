"""The folder a test runs in, and how Elle is run there.

Each test has a folder of its own under the build tree, emptied before the run. Its path is the same in every run, so
that the declarations cache, which all tests of a tree share, stays warm. Two links in it give scripts short, fixed
paths, which error messages can then be asserted with:

    here/      the folder of the script
    fixtures/  the shared libraries built from the C files under tests/
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

TIMEOUT_SECONDS = 120
# What Elle says when reading a header takes long, which depends on how busy the machine is.
PROGRESS = re.compile(r"^Reading .* …\n", re.MULTILINE)


class Workspace:
    def __init__(self, build, name, here):
        self.build = Path(build).resolve()
        self.folder = self.build / "tests" / "work" / name
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        (self.folder / "here").symlink_to(Path(here).resolve())
        (self.folder / "fixtures").symlink_to(self.build / "tests" / "fixtures")

    def environment(self, extra):
        environment = dict(os.environ, ELLE_CACHE=str(self.build / "tests" / "cache"), NO_COLOR="1", LC_ALL="C.UTF-8")
        environment["PATH"] = f"{self.build}{os.pathsep}{environment['PATH']}"
        return environment | extra

    def run(self, command, stdin="", env=None):
        """(status, stdout, stderr) of a command; a run that hangs has the status -1."""
        try:
            done = subprocess.run(command, cwd=self.folder, input=stdin, env=self.environment(env or {}),
                                  capture_output=True, encoding="utf-8", errors="replace", timeout=TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            return -1, "", f"still running after {TIMEOUT_SECONDS} s"
        return done.returncode, done.stdout, PROGRESS.sub("", done.stderr)
