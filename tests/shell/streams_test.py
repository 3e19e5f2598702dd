"""Standard input, output and error when they are pipes, files, full or gone."""

import subprocess
import unittest

from program import ELLE, elle, run


def shell(line):
    return run(["bash", "-c", line.replace("elle", str(ELLE)) + '; echo "statuses ${PIPESTATUS[*]}"'])


class Streams(unittest.TestCase):
    def test_a_closed_pipe_ends_a_script_quietly(self):
        status, out, error = shell("""elle -e '(loop again () (print "y") (again))' | head -n 1""")
        self.assertEqual((status, out, error), (0, "y\nstatuses 0 0\n", ""))

    def test_a_full_disk_is_an_error(self):
        status, out, error = shell("""elle -e '(print "y")' > /dev/full""")
        self.assertEqual((out, error), ("statuses 1\n", "elle: cannot write standard output: No space left on device.\n"))

    def test_output_comes_before_the_error_that_followed_it(self):
        done = subprocess.run([ELLE, "-e", '(print "first") (error "then")'], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8", timeout=60)
        self.assertTrue(done.stdout.startswith("first\n"), done.stdout)
        self.assertIn("then", done.stdout)

    def test_without_a_terminal_there_are_no_prompts(self):
        text = "(define x 20)\n(+ x\n   1)\n(print x)\n"
        self.assertEqual(elle(stdin=text)[1].splitlines()[-2:], ["21", "20"])

    def test_without_a_terminal_an_error_goes_on_and_makes_the_status_1(self):
        status, out, error = elle(stdin='(error "Bad day.")\n(+ 1 1)\n')
        self.assertEqual((status, out), (1, "2\n"))
        self.assertIn("Bad day.", error)

    def test_an_unfinished_form_at_the_end_of_input_is_an_error(self):
        for words in ((), ("-",)):
            status, out, error = elle(*words, stdin="(+ 1\n")
            self.assertEqual((status, out), (1, ""))
            self.assertIn("This `(` is never closed.", error)

    def test_a_form_reads_the_input_that_follows_it(self):
        self.assertEqual(elle(stdin='(print (read-line))\nthis line\n')[1], "this line\n")


if __name__ == "__main__":
    unittest.main()
