; `doc` shows the comments of a header, however they are written, as text.
(load-header-with-lib "here/comments.h" "fixtures/libcomments.so")
(doc doc_doxygen)
; expect: int doc_doxygen(char *buffer, int size)
; expect:
; expect: Fills a buffer.
; expect:
; expect: Takes `width` columns at a time, see `doc_plain` and doc_gtk.
; expect:
; expect: - one: the first thing goes on here
; expect:   - inside
; expect: - two
; expect:
; expect:     doc_doxygen(buffer,
; expect:                 4);
; expect:
; expect: Note: Slow.
; expect:
; expect: Parameters
; expect:   buffer  out: where it goes, a line that is so long that it has to be broken into two of them
; expect:   size    in and out: how much
; expect:
; expect: Returns
; expect:   what was written
; expect:   -1  nothing
; expect:
; expect: See also: doc_plain(), doc_gtk()
; expect:
; expect: Since: 2.1
; expect:
; expect: In Lisp: (doc-doxygen buffer size). size may be left out after a vector, list, bytes or C array.
; expect match: Declared at .*/comments\.h:31, from libcomments\.so\.
(doc doc-gtk)
; expect: char *doc_gtk(const char *name, unsigned int flags)
; expect:
; expect: Calls name by its name.
; expect:
; expect:     doc_gtk (NULL, 0);
; expect:
; expect: Parameters
; expect:   name   what to call it (may be NULL)
; expect:   flags  a doc_flags, or NULL
; expect:
; expect: Returns
; expect:   a text; free it with g_free() (yours to free)
; expect:
; expect: Since: 4.2
; expect:
; expect: In Lisp: (doc-gtk name flags)
; expect match: Declared at .*/comments\.h:46, from libcomments\.so\.
(doc doc_sqlite)
; expect: int doc_sqlite(void *thing)
; expect:
; expect: Opening A Thing
; expect: This opens a thing handle. It may fail:
; expect:
; expect: - at once
; expect: - later <sic>
; expect:
; expect: See also: doc_plain(), doc_gtk()
; expect:
; expect: In Lisp: (doc-sqlite thing)
; expect match: Declared at .*/comments\.h:60, from libcomments\.so\.
(doc doc_plain)
; expect: void doc_plain(void)
; expect:
; expect: Plain words on two lines.
; expect:
; expect: In Lisp: (doc-plain)
; expect match: Declared at .*/comments\.h:64, from libcomments\.so\.
(doc doc_slashes)
; expect: void doc_slashes(void)
; expect:
; expect: One line, and one more.
; expect:
; expect: In Lisp: (doc-slashes)
; expect match: Declared at .*/comments\.h:68, from libcomments\.so\.
(doc doc_below)
; expect: int doc_below(const double *values, size_t n_values)
; expect:
; expect: doc_below sums values. The comment stands below the declaration, indented as zlib.h does.
; expect:
; expect: In Lisp: (doc-below values n-values). n-values may be left out after a vector, list, bytes or C
; expect: array.
; expect match: Declared at .*/comments\.h:70, from libcomments\.so\.
(doc doc_old)
; expect: void doc_old(void)
; expect:
; expect: Do not use it.
; expect:
; expect: In Lisp: (doc-old)
; expect: Deprecated: use doc_plain.
; expect match: Declared at .*/comments\.h:128, from libcomments\.so\.
