"""Documentation at the prompt: `?name`, `doc` and `source`, as a person sees them."""

import tempfile
import unittest
from pathlib import Path

from screen import Screen

HEADER = """\
/** Where something is. */
struct spot {
  char id;    /**< its letter */
  double at;  /**< how far */
};

/** How it is painted. */
enum paint_mode { PAINT_THIN = 1 /**< with a pencil */, PAINT_THICK = 2 };

/**
 * Paints a spot.
 *
 * @param spot  what to paint
 * @param mode  how, one of those that are listed for the enum, which is not many
 * @return whether it could be seen
 */
int paint_spot(const struct spot *spot, enum paint_mode mode, unsigned long colour_of_the_paint);

/** As many as there can be. */
#define MOST_SPOTS 640
"""

GIR = """\
<?xml version="1.0"?>
<repository version="1.2" xmlns="http://www.gtk.org/introspection/core/1.0"
            xmlns:c="http://www.gtk.org/introspection/c/1.0">
  <package name="paint-1"/>
  <namespace name="Paint" version="1.0" shared-library="libpaint.so.1"
             c:identifier-prefixes="Paint" c:symbol-prefixes="paint">
    <function name="all" c:identifier="paint_all">
      <doc xml:space="preserve">Paints &amp; waits, see [func@Paint.none].</doc>
      <return-value transfer-ownership="full">
        <doc xml:space="preserve">what was painted</doc>
        <type name="Thing" c:type="PaintThing*"/>
      </return-value>
      <parameters>
        <parameter name="where" transfer-ownership="none" nullable="1">
          <doc xml:space="preserve">a place, or %NULL</doc>
          <type name="utf8" c:type="const char*"/>
        </parameter>
      </parameters>
    </function>
  </namespace>
</repository>
"""

MANUAL = """\
.TH PAINT_NONE 3 2026-01-01
.SH NAME
paint_none \\- paint nothing
.SH SYNOPSIS
.nf
#include <paint.h>
.B void paint_none(void);
.fi
.SH DESCRIPTION
Nothing is painted.
"""


class Documentation(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        home = Path(self.folder.name)
        (home / "spot.h").write_text(HEADER)
        (home / "data/gir-1.0").mkdir(parents=True)
        (home / "data/gir-1.0/Paint-1.0.gir").write_text(GIR)
        (home / "man/man3").mkdir(parents=True)
        (home / "man/man3/paint_none.3").write_text(MANUAL)
        self.screen = Screen(home, width=60, height=30, XDG_DATA_DIRS=str(home / "data"), MANPATH=str(home / "man"))
        self.screen.__enter__()
        self.screen.run('(load-header-with-lib "./spot.h" nil)', "\nlibrary ")

    def tearDown(self):
        self.screen.__exit__()
        self.folder.cleanup()

    def shown(self, typed, last):
        """What stands below `typed` once `last` is on the screen, up to the next prompt."""
        self.screen.press("C-l")
        self.screen.run(typed, last)
        lines = self.screen.lines()
        below = [at for at, line in enumerate(lines) if line.endswith(typed)][-1] + 1
        return lines[below:-1]

    def test_a_function_is_laid_out_for_the_screen(self):
        self.assertEqual(self.shown("?paint-spot", "In Lisp")[:18], [
            "int paint_spot(",
            "    const struct spot *spot,",
            "    enum paint_mode mode,",
            "    unsigned long colour_of_the_paint)",
            "",
            "Paints a spot.",
            "",
            "Parameters",
            "  spot  what to paint",
            "  mode  how, one of those that are listed for the enum,",
            "        which is not many",
            "",
            "Returns",
            "  whether it could be seen",
            "",
            "In Lisp: (paint-spot spot mode colour-of-the-paint)",
            "It cannot be used: not exported by the program.",
        ] + self.screen.lines()[-2:-1])

    def test_a_struct_has_its_members_with_padding(self):
        self.assertEqual(self.shown("? spot", "Where something")[:5], [
            "struct spot: 16 bytes, aligned to 8",
            "  offset  size",
            "       0     1  char id             its letter",
            "       1     7  7 bytes of padding",
            "       8     8  double at           how far",
        ])

    def test_an_enum_a_constant_and_a_macro(self):
        self.assertEqual(self.shown("(doc paint_mode)", "How it is")[:3], [
            "enum paint_mode: 2 constants",
            "  PAINT_THIN = 1   with a pencil",
            "  PAINT_THICK = 2",
        ])
        self.assertEqual(self.shown("?PAINT_THIN", "with a pencil")[:2],
                         ["PAINT_THIN = 1", "A constant of enum paint_mode."])
        self.assertEqual(self.shown("?MOST_SPOTS", "As many")[:2], ["#define MOST_SPOTS 640", "Its value is 640."])

    def test_lisp_has_its_text(self):
        self.screen.run('(define (area w h) "Of a rectangle." (* w h))')
        self.assertEqual(self.shown("?area", "(define")[:1], ["(area w h)"])
        self.assertIn('(define (area w h) "Of a rectangle." (* w h))', self.shown("(source 'area)", "prompt"))

    def test_what_is_not_loaded_is_found_where_it_is_installed(self):
        self.assertEqual(self.shown("?paint_all", "use-library"), [
            "paint_all",
            "",
            "Paints & waits, see paint_none().",
            "",
            "Parameters",
            "  where  a place, or NULL (may be NULL)",
            "",
            "Returns",
            "  what was painted (yours to free)",
            "",
            "No header that is loaded has it; (use-library \"paint-1\")",
            "loads those that may.",
        ])
        self.assertIn("  Nothing is painted.", self.shown("?paint_none", "No header"))

    def test_names_are_painted(self):
        self.screen.__exit__()
        self.screen = Screen(Path(self.folder.name), width=60, height=30, NO_COLOR="")
        self.screen.__enter__()
        self.screen.run('(load-header-with-lib "./spot.h" nil)', "\nlibrary ")
        self.shown("?paint-spot", "In Lisp")
        lines = self.screen.coloured_lines()
        self.assertTrue(any("\x1b[1m\x1b[39mpaint_spot" in line for line in lines), lines)
        self.assertTrue(any("\x1b[33mconst struct spot *" in line for line in lines), lines)

    def test_an_unknown_name_has_near_ones(self):
        self.screen.run("?paint-spt", "Did you mean `paint-spot`?")


if __name__ == "__main__":
    unittest.main(argv=["doc_test.py"])
