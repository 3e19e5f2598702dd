; A header that has changed since it was read says so, and its text is no longer taken for the declaration's.
(write-file "old.h" "/** Adds. */\nint add_numbers(int a, int b);\n")
(load-header-with-lib "./old.h" nil)
(write-file "old.h" "/* Something else stands here now, where that was. */\nint other(void);\n")
(print (last (lines (documentation 'add_numbers))))
; expect: The header has changed since it was read.
(print (nth (lines (documentation 'add_numbers)) 2))
; expect: Adds.
(source 'add_numbers)
; expect error: old.h has changed since it was read, or is gone.
; expect error: Load the header again.
