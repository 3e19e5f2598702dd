"""What the prompt shows of values: tables of fields, what is known of pointers, long data cut, the last values."""

import unittest

from screen import Screen


class Values(unittest.TestCase):
    def screen(self, **options):
        screen = Screen(**options)
        self.addCleanup(screen.__exit__)
        return screen.__enter__()

    def test_a_struct_is_a_table_of_its_fields(self):
        screen = self.screen()
        screen.run("(define-c-struct Point (x :int) (y :double) (name (:array :char 8)))")
        screen.run('(make-struct Point :x 3 :name "here")', shows="owned by Elle")
        table = [line for line in screen.lines() if line.startswith("  ")]
        self.assertEqual(table, ["  x     3       int", "  y     0.0     double", '  name  "here"  char[8]'])

    def test_a_pointer_tells_whose_memory_it_is(self):
        screen = self.screen()
        screen.run('(load-header-with-lib "stdlib.h" "libc.so.6")')
        screen.run("(malloc 20)", shows=", in C's heap")
        screen.run('(cast "char *" (c-copy "text"))', shows='\n  "text"\n')
        screen.run('(cast "int *" 64)', shows="int * 0x40, not readable memory")
        screen.run("qsort", shows="C function, `qsort` in libc.so.6")

    def test_numbers_of_an_enum_have_names(self):
        screen = self.screen()
        screen.run("(define-enum Mode (READ 1) WRITE (RUN 4))")
        screen.run("(cast Mode 2)", shows="\nWRITE (2)\n")
        screen.run("(cast Mode 6)", shows="\nWRITE | RUN (6)\n")

    def test_long_data_is_cut_and_all_of_it_can_be_seen(self):
        screen = self.screen(height=40)
        screen.run("(range 0 300)", shows="… 250 more of 300; (show *1 :all #t) shows all")
        screen.run("(show *1 :all #t)", shows="298 299)")

    def test_the_last_values_and_the_last_error(self):
        screen = self.screen()
        screen.run("11", shows="\n11\n")
        screen.run("22", shows="\n22\n")
        screen.run("33", shows="\n33\n")
        screen.run("(list *1 *2 *3)", shows="(33 22 11)")
        screen.run("(first *1)", shows="\n33\n")
        screen.run('(error "No luck.")', shows="No luck.")
        screen.run("(error-message *e)", shows='\n"No luck."\n')
        screen.run("(doc *e)", shows="The last error at the prompt")
        screen.run("(define *1 5)")
        screen.run("(+ *1 1)", shows="\n6\n")
        screen.run("*1", shows="\n5\n")

    def test_memory_is_dumped_and_drawn(self):
        screen = self.screen()
        screen.run("(define-c-struct Point (tag :char) (x :int))")
        screen.run("(make-struct Point :tag 65 :x 258)", shows="owned by Elle")
        screen.run("(hexdump *1)", shows="\n0004  02 01 00 00              ....      x  int = 258\n")
        screen.run("(layout 'Point)", shows="│ tag   │░░░░░░░░░░░░░░░░░░░░░░░│ x  int                        │")

    def test_colours_are_for_who_wants_them(self):
        screen = self.screen(NO_COLOR="")
        screen.run("(define-c-struct Point (x :int))")
        screen.run("(make-struct Point)", shows="owned by Elle")
        self.assertTrue(any("\x1b[33mstruct Point" in line for line in screen.coloured_lines()))

    def test_a_narrow_screen(self):
        screen = self.screen(width=40)
        screen.run("(range 0 20)", shows=" 14 15\n 16 17 18 19)")


if __name__ == "__main__":
    unittest.main()
