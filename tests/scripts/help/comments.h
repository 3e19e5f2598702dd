/* Comments of every kind that headers write. */
#ifndef COMMENTS_H
#define COMMENTS_H

#include <stddef.h>

/**
 * \brief Fills a buffer.
 *
 * Takes \c width columns at a time, see \ref doc_plain and #doc_gtk.
 *
 * - one: the first thing
 *   goes on here
 *   - inside
 * - two
 *
 * \code
 * doc_doxygen(buffer,
 *             4);
 * \endcode
 *
 * \note Slow.
 * \param[out] buffer  where it goes, a line that is so long that it has to be
 *                     broken into two of them
 * \param[in,out] size how much
 * \return what was written
 * \retval -1 nothing
 * \since 2.1
 * \sa doc_plain(), doc_gtk()
 */
int doc_doxygen(char *buffer, int size);

/**
 * doc_gtk:
 * @name: (nullable): what to call it
 * @flags: a #doc_flags, or %NULL
 *
 * Calls @name by its name. |[<!-- language="C" -->
 * doc_gtk (NULL, 0);
 * ]|
 *
 * Returns: (transfer full): a text; free it with g_free()
 *
 * Since: 4.2
 */
char *doc_gtk(const char *name, unsigned flags);

/*
** CAPI3REF: Opening A Thing
** METHOD: thing
**
** ^(This opens a [thing | thing handle].)^  ^It may fail:
** <ul>
** <li> at [once]
** <li> later &lt;sic&gt;
** </ul>
**
** See also: [doc_plain()], [doc_gtk()]
*/
int doc_sqlite(void *thing);

/* Plain words
   on two lines. */
void doc_plain(void);

/// One line,
/// and one more.
void doc_slashes(void);

extern int doc_below(const double *values, size_t n_values);
/*
     doc_below sums values. The comment stands below the declaration,
   indented as zlib.h does.
*/

/**
 * struct kernel_thing - a thing of the kernel's
 * @id: its number
 * @name: its name
 *
 * The description.
 */
struct kernel_thing {
  char id;
  const char *name;
  unsigned bits : 3; /**< three of them */
  unsigned more : 7; ///< and seven
  short tail[];
};

/** Either of two. */
union doc_either {
  int whole;   /* as a number */
  char part[6];
};

struct doc_nested {
  struct {
    char a;
    int b;
  };
  char c;
};

typedef enum {
  DOC_NONE = 0,     /**< nothing */
  DOC_READ = 1 << 0, /**< may be read */
  DOC_WRITE = 1 << 1, //!< may be written
  DOC_EXECUTE = 1 << 2
} doc_flags;

typedef struct doc_hidden doc_hidden;
doc_hidden *doc_hidden_new(void);
void doc_hidden_free(doc_hidden *hidden);

typedef unsigned short doc_short;
typedef doc_short doc_small; /* smaller still */

/** How many there are. */
#define DOC_LIMIT 42
/** The greater one. */
#define DOC_MAX(a, b) ((a) > (b) ? (a) : (b))

/** Counts calls. */
extern int doc_count;

/** Do not use it. */
__attribute__((deprecated("use doc_plain"))) void doc_old(void);

/** Twice that. */
static inline int doc_twice(int number) {
  return 2 * number; /* } */
}

typedef struct doc_nested doc_renamed;

#endif
