"""Ctrl-C while C allocates memory all the time. In a file of its own: a sanitizer's allocator cannot be left at all."""

import unittest

from interrupts_test import InterruptsTestCase


class Allocating(InterruptsTestCase):
    def test_c_that_allocates_for_ever(self):
        self.load()
        self.start('(do (print "started") (allocate))')
        self.leave_c("allocate")


if __name__ == "__main__":
    unittest.main()
