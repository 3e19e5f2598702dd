/* What a header defines itself: no library exports it. */
#ifndef INLINE_FUNCTIONS_H
#define INLINE_FUNCTIONS_H

typedef struct { int w, h; } Extent;
typedef int (*Map)(int);

int exported(int x);
int never_exported(int x);

/* Whether there is no area. */
static inline int extent_is_empty(const Extent *e) { return !e || e->w <= 0 || e->h <= 0; }
static inline Extent extent_grown(Extent e, int by) { return (Extent){e.w + by, e.h + by}; }
static int applied(Map map, int x) { return map(x); }
inline int plain_inline(int x) { return x + 1; }
static inline int calls_the_library(int x) { return exported(x) * 10; }
static inline int calls_nobody(int x) { return never_exported(x); }
static int declared_only(int x);

#define DEFINE_ADDER(name, n) static inline int name(int x) { return x + (n); }
DEFINE_ADDER(add_two, 2)
DEFINE_ADDER(add_three, 3)

static int counter = 7;
static const Extent unit_extent = {1, 1};
static inline int counter_next(void) { return ++counter; }

/* A whole function, as a library of one header has. */
int whole_function(int x) { return x * 100; }

#endif
