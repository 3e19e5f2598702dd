"""Installs Elle below a temporary prefix, runs it there, moves the whole prefix and runs it again.

install_test.py BUILD: the cache is empty each time, so that loading a header needs the installed elle-headers.
"""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BUILD = sys.argv.pop(1)
LOAD = '(load-header-with-lib "math.h" "libm.so.6") (print (fabs -2.0))'


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.prefix = Path(cls.scratch.name, "first")
        subprocess.run(["cmake", "--install", BUILD, "--prefix", cls.prefix], check=True, stdout=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def output(self, prefix, *args):
        with tempfile.TemporaryDirectory() as cache:
            done = subprocess.run([prefix / "bin/elle", *args], cwd=cache, env=os.environ | {"ELLE_CACHE": cache},
                                  capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def test_it_runs_from_any_prefix(self):
        for name in ("first", "second"):
            prefix = self.prefix.with_name(name)
            self.prefix.rename(prefix)
            type(self).prefix = prefix
            self.assertEqual(self.output(prefix, "-p", "(+ 1 2)"), "3\n")
            self.assertEqual(self.output(prefix, "-e", LOAD), "2.0\n")

    def test_the_layout_is_the_documented_one(self):
        for helper in ("elle-headers", "elle-debug-info"):
            self.assertTrue((self.prefix / "libexec/elle" / helper).is_file())
        for folder in ("examples", "stdlib"):
            self.assertTrue(list((self.prefix / "share/elle" / folder).glob("*.lisp")), folder)


if __name__ == "__main__":
    unittest.main()
