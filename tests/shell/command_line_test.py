"""What the words of the command line do, and the exit statuses."""

import tempfile
import unittest
from pathlib import Path

from program import BUILD, elle, run


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = Path(self.scratch.name)
        self.addCleanup(self.scratch.cleanup)

    def script(self, text, name="script.lisp"):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return name

    def elle(self, *words, **more):
        return elle(*words, folder=self.folder, **more)

    def test_a_script_gets_its_arguments(self):
        script = self.script("(print (arguments))")
        self.assertEqual(self.elle(script, "a", "-e", "b c"), (0, "(a -e b c)\n", ""))
        self.assertEqual(self.elle("--", script), (0, "nil\n", ""))

    def test_forms_print_only_what_they_print(self):
        self.assertEqual(self.elle("-e", '(+ 1 2) (print "x")'), (0, "x\n", ""))
        self.assertEqual(self.elle("-e", ""), (0, "", ""))

    def test_p_prints_the_last_value_readably(self):
        self.assertEqual(self.elle("-p", '1 "a\\n"'), (0, '"a\\n"\n', ""))
        self.assertEqual(self.elle("-p", "nil"), (0, "nil\n", ""))

    def test_a_dash_runs_standard_input(self):
        self.assertEqual(self.elle("-", "word", stdin="(print (arguments))"), (0, "(word)\n", ""))

    def test_exit_statuses(self):
        self.assertEqual(self.elle("-e", "(exit 7)"), (7, "", ""))
        self.assertEqual(self.elle("-e", "(exit)"), (0, "", ""))
        status, out, error = self.elle("-e", '(print "before") (error "Out of luck.") (print "after")')
        self.assertEqual((status, out), (1, "before\n"))
        self.assertIn("Out of luck.", error)

    def test_bad_usage_is_status_2_and_shows_the_usage(self):
        for words, complaint in [
            (["--bogus"], "elle: unknown option `--bogus`\n"),
            (["-e"], "elle: `-e` needs the forms to run\n"),
            (["check"], "elle: `check` needs the files to check\n"),
            (["doc"], "elle: `doc` needs one name\n"),
            (["cache", "eat"], "elle: unknown `cache eat`; there are: list, clear, path\n"),
        ]:
            with self.subTest(words):
                status, out, error = self.elle(*words)
                self.assertEqual((status, out), (2, ""))
                self.assertTrue(error.startswith(complaint + "usage: elle "), error)

    def test_help_and_version_go_to_standard_output(self):
        for word in ("-h", "--help"):
            status, out, error = self.elle(word)
            self.assertEqual((status, error), (0, ""))
            self.assertTrue(out.startswith("usage: elle "))
        self.assertRegex(self.elle("--version")[1], r"\Aelle \d+\.\d+\.\d+\n\Z")

    def test_help_has_topics(self):
        status, topics, error = self.elle("help")
        self.assertEqual((status, error), (0, ""))
        self.assertIn("  keys         what the keys do at the prompt\n", topics)
        for line in topics.split("\n"):
            if line.startswith("  "):
                topic, title = line.split(maxsplit=1)
                status, text, error = self.elle("help", topic)
                self.assertEqual((status, error), (0, ""))
                self.assertTrue(text.startswith(f"{topic}: {title}\n"), text)
                self.assertNotIn("```", text)
        self.assertEqual(self.elle("-e", "(help 'keys) (help :keys) (help \"keys\")")[1], self.elle("help", "keys")[1] * 3)

    def test_help_on_an_unknown_topic_names_the_nearest(self):
        self.assertEqual(self.elle("help", "kyes"), (2, "", "elle: There is no help on `kyes`. Near: keys.\n"))
        self.assertEqual(self.elle("help", "xyzzy plugh"), (2, "", "elle: There is no help on `xyzzy plugh`.\n"))

    def test_check_reports_every_problem_of_every_file_and_runs_nothing(self):
        bad = self.script("(print 1)\n(f ]\n 12x)\n", "bad.lisp")
        good = self.script('(define (f) (print "no"))\n(f)\n', "good.lisp")
        self.assertEqual(self.elle("check", good), (0, "", ""))
        status, out, error = self.elle("check", bad, good, "missing.lisp")
        self.assertEqual((status, out), (1, ""))
        for text in ("bad.lisp:2:4", "`]` cannot close the `(` opened at 2:1.", "bad.lisp:3:2",
                     "`12x` starts like a number but is none.", "elle: cannot read `missing.lisp`: No such file"):
            self.assertIn(text, error)

    def test_doc_explains_a_name(self):
        status, out, error = self.elle("doc", "print")
        self.assertEqual((status, error), (0, ""))
        self.assertIn("(print", out)
        status, out, error = self.elle("doc", "prnt")
        self.assertEqual((status, out), (1, ""))
        self.assertRegex(error, r"\Aelle: nothing is named `prnt`\..*print")

    def test_cache_path_is_the_cache_in_use(self):
        self.assertEqual(self.elle("cache", "path"), (0, f"{BUILD}/tests/cache\n", ""))

    def test_scripts_that_are_none(self):
        (self.folder / "folder").mkdir()
        binary = self.script(b"\x7fELF\x02\x00\x00(", "binary")
        for path in ("missing.lisp", "folder", binary):
            with self.subTest(path):
                status, out, error = self.elle(path)
                self.assertEqual((status, out), (1, ""))
                self.assertIn(path, error)
                self.assertTrue(error.isprintable() or "\n" in error)
                self.assertNotIn("\0", error)

    def test_a_script_can_be_a_program(self):
        script = self.folder / "program"
        script.write_text('#!/usr/bin/env elle\n(print "hello" (arguments))\n', encoding="utf-8")
        script.chmod(0o755)
        self.assertEqual(run(["env", f"PATH={BUILD}:/usr/bin:/bin", "./program", "x"], self.folder), (0, "hello (x)\n", ""))


if __name__ == "__main__":
    unittest.main()
