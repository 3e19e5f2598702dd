// What parse-c-header.lisp reads. Never linked: only declarations count.
#ifndef PARSE_C_HEADER_H
#define PARSE_C_HEADER_H
#include <stdint.h>
#include <stdio.h>

#define LIMIT 40u
#define GREETING "hello"
#define RATIO 0.5
#define TWICE(x) (2 * (x))

/** How a shape is filled. */
enum fill { FILL_NONE, FILL_SOLID = 4, FILL_NEGATIVE = -1 };
enum { LOOSE = 7 };

typedef struct canvas canvas;

struct point {
  int x, y;
};

typedef struct {
  struct point corner;
  struct point *more;
  struct later *later;
  unsigned thin : 3, thick : 5;
  union {
    float f;
    uint32_t bits;
  };
  union value {
    double d;
    char text[12];
  } value;
  int (*compare)(const void *a, const void *b);
  const char *names[2];
} shape;

struct later {
  shape inside;
};

struct __attribute__((packed)) tight {
  char tag;
  int64_t number;
};

struct wide {
  char tag;
  int far __attribute__((aligned(32)));
};

extern int shape_count;

/** Draws a shape. */
int draw(canvas *on, const shape *what, enum fill fill, FILE *log);

void each_shape(canvas *of, void (*visit)(shape *s, void *data), void *data);
shape make_shape(struct point at, double sizes[3]);
int logf_like(const char *format, ...);
static inline int next(int n) { return n + 1; }
#endif
