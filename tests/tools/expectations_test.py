"""The test tools, tested: each kind of expectation passes when it should and fails when it should."""

import unittest

from expectations import Malformed, check, parse


def complaints(text, status=0, stdout="", stderr=""):
    return check(parse(text), status, stdout, stderr)


class Expectations(unittest.TestCase):
    def test_lines_match_exactly_and_in_order(self):
        text = "(print 1) ; expect: 1\n; expect:   indented\n"
        self.assertEqual(complaints(text, stdout="1\n  indented\n"), [])
        self.assertTrue(complaints(text, stdout="  indented\n1\n"))
        self.assertTrue(complaints(text, stdout="1\nindented\n"))

    def test_a_missing_line_and_a_line_too_many_fail(self):
        self.assertTrue(complaints("; expect: a\n; expect: b", stdout="a\n"))
        self.assertTrue(complaints("; expect: a", stdout="a\nb\n"))

    def test_a_regex_covers_the_whole_line(self):
        self.assertEqual(complaints("; expect match: 0x[0-9a-f]+", stdout="0x1f\n"), [])
        self.assertTrue(complaints("; expect match: 0x[0-9a-f]+", stdout="0x1f tail\n"))

    def test_an_expected_error_needs_its_text_and_status_one(self):
        self.assertEqual(complaints("; expect error: No such\n", 1, stderr="x: No such thing\n"), [])
        self.assertTrue(complaints("; expect error: No such\n", 0, stderr="x: No such thing\n"))
        self.assertTrue(complaints("; expect error: No such\n", 1, stderr="other\n"))

    def test_several_errors_come_in_order(self):
        text = "; expect error: first\n; expect error: second\n"
        self.assertEqual(complaints(text, 1, stderr="first, second"), [])
        self.assertTrue(complaints(text, 1, stderr="second, first"))

    def test_unexpected_standard_error_and_status_fail(self):
        self.assertTrue(complaints("; expect: a", stdout="a\n", stderr="warning"))
        self.assertTrue(complaints("; expect: a", 3, stdout="a\n"))
        self.assertEqual(complaints("; expect: a\n; exit: 3", 3, stdout="a\n"), [])

    def test_a_file_that_expects_nothing_is_an_error(self):
        with self.assertRaises(Malformed):
            parse("(print 1)\n; args: x")

    def test_a_misspelt_directive_is_an_error(self):
        for text in ("; expect 1", "; expects: 1", "; expect eror: 1"):
            with self.assertRaises(Malformed):
                parse("; expect: a\n" + text)


if __name__ == "__main__":
    unittest.main()
