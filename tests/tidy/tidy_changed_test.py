"""Which files a change touches, on main and beside it, and which are checked for it."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import tidy_changed


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments, day=1):
        when = f"2020-01-{day:02} 12:00:00 +0000"
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
                       "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        for role in ("AUTHOR", "COMMITTER"):
            environment |= {f"GIT_{role}_NAME": "t", f"GIT_{role}_EMAIL": "t@example.org"}
        subprocess.run(["git", "-C", self.root, *arguments], check=True, env=environment, capture_output=True)

    def write(self, path, text="x\n"):
        Path(self.root, path).parent.mkdir(parents=True, exist_ok=True)
        Path(self.root, path).write_text(text)

    def commit(self, path, day, text="x\n"):
        self.write(path, text)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "m", day=day)

    def changed(self):
        return tidy_changed.changed_lines(self.root, tidy_changed.base_of_change(self.root))

    def test_a_branch_is_measured_from_where_it_left_main(self):
        self.commit("lang/a.cpp", 1)
        self.git("checkout", "-q", "-b", "work")
        self.commit("lang/b.cpp", 2, "1\n2\n")
        self.commit("docs/c.md", 9)
        self.write("lang/a.cpp", "y\n")
        self.write("core/new.h")
        self.assertEqual(self.changed(), {"lang/a.cpp": 2, "lang/b.cpp": 2, "core/new.h": 1})

    def test_main_is_measured_by_its_last_day(self):
        self.commit("lang/a.cpp", 1)
        self.commit("lang/b.cpp", 5)
        self.commit("lang/c.cpp", 5)
        self.assertEqual(set(self.changed()), {"lang/b.cpp", "lang/c.cpp"})

    def test_a_history_of_one_day_is_all_a_change(self):
        self.commit("lang/a.cpp", 1)
        self.assertEqual(set(self.changed()), {"lang/a.cpp"})

    def test_what_is_gone_is_not_checked(self):
        self.commit("lang/a.cpp", 1)
        self.git("checkout", "-q", "-b", "work")
        self.git("rm", "-q", "lang/a.cpp")
        self.commit("lang/b.h", 2)
        self.assertEqual(set(self.changed()), {"lang/b.h"})

    def test_a_folder_without_history_has_no_base(self):
        with tempfile.TemporaryDirectory() as root:
            self.assertIsNone(tidy_changed.base_of_change(root))

    def test_a_header_is_read_through_its_own_file_or_one_that_includes_it(self):
        self.write("lang/a.cpp")
        self.write("lang/c.cpp", '#include "lang/b.h"\n')
        compiled = {"lang/a.cpp", "lang/c.cpp"}
        chosen = lambda *paths: tidy_changed.chosen(dict.fromkeys(paths, 1), compiled, self.root)
        self.assertEqual(chosen("lang/a.h"), (["lang/a.cpp"], 0))
        self.assertEqual(chosen("lang/b.h"), (["lang/c.cpp"], 0))
        self.assertEqual(chosen("lang/lonely.h", "tests/scripts/fixture.cpp"), ([], 0))

    def test_of_very_many_files_those_with_the_most_changed_lines_are_checked(self):
        counts = {"a.cpp": 1, "b.cpp": 5, "c.cpp": 2, "a.h": 3}
        self.write("a.cpp")
        self.assertEqual(tidy_changed.chosen(counts, {"a.cpp", "b.cpp", "c.cpp"}, self.root, most=2),
                         (["b.cpp", "a.cpp"], 1))


if __name__ == "__main__":
    unittest.main()
