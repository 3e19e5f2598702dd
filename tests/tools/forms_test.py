"""The splitter that documents are read with."""

import unittest

from forms import top_level_forms


class Forms(unittest.TestCase):
    def forms(self, text):
        return [form for form, _ in top_level_forms(text)]

    def test_brackets_in_strings_characters_and_comments_do_not_count(self):
        self.assertEqual(self.forms('(a ")" #\\) ; )\n) b'), ['(a ")" #\\) ; )\n)', "b"])

    def test_a_prefix_belongs_to_its_form(self):
        self.assertEqual(self.forms("'(1 2) #(3) #u8(4) `x"), ["'(1 2)", "#(3)", "#u8(4)", "`x"])

    def test_comments_belong_to_the_form_before_them(self):
        self.assertEqual(top_level_forms("; top\n(f) ; => 1\n; prints 2\n(g)"),
                         [("(f)", "; => 1\n; prints 2\n"), ("(g)", "")])


if __name__ == "__main__":
    unittest.main()
