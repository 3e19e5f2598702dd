"""What is measured, and what Elle is to reach: one row of the table each."""

from typing import NamedTuple


class Measure(NamedTuple):
    key: str
    label: str
    unit: str
    target: float | None = None  # Elle's, in `unit`


MEASURES = (
    Measure("start", "start, empty script", "ms", 2),
    Measure("sqlite", "warm sqlite3.h to the first call", "ms", 5),
    Measure("gtk", "warm gtk/gtk.h to the first call", "ms", 8),
    Measure("gtk_dlopen", "- of which dlopen of libgtk", "ms"),
    Measure("sqlite_cold", "cold sqlite3.h (C: clang -fsyntax-only)", "ms", 40),
    Measure("gtk_cold", "cold gtk/gtk.h (C: clang -fsyntax-only)", "ms", 300),
    Measure("call", "add(int, int) in a loop", "ns", 30),
    Measure("string", "call with a string of 12", "ns"),
    Measure("point", "16-byte struct in and out", "ns"),
    Measure("callback", "callback", "ns"),
    Measure("sort", "qsort of 100,000", "ms"),
    Measure("field", "field read and write", "ns"),
    Measure("fib", "fib(30)", "ms", 20),
    Measure("loop", "empty loop of 10,000,000", "ms", 40),
    Measure("key", "prompt, gtk/gtk.h loaded: a key on the screen", "ms", 5),
    Measure("completion", "- Tab until the menu is there", "ms", 10),
    Measure("doc", "- (doc gtk_window_new) and others", "ms", 20),
    Measure("apropos", '- (apropos "window new") and others', "ms", 50),
    Measure("who_returns", '- (who-returns "GtkWidget *") and others', "ms", 50),
    Measure("how_to_get", '- (how-to-get "GdkSurface *")', "ms", 100),
    Measure("rss", "memory, empty script", "MB", 12),
    Measure("gtk_rss", "memory with gtk, beyond dlopen alone", "MB", 8),
)

NOTES = """\
Best of all rounds; the columns of a round run one after the other, so that a noisy minute meets them all. C's warm rows
are dlopen, dlsym and one call: what Elle's cannot go below. Other peers are told the one function they call by hand,
where Elle reads the whole header. Loop turns are included in the ns rows. The prompt's rows
are timed at a terminal, from the key to the last byte that it changes. Memory is the peak of resident memory."""
