#include <stddef.h>

#define RECT_SIZE size_t

typedef struct Rect {
  int x, y, w, h;
} Rect;

int rect_area(const Rect* rect);
void rect_grow(Rect* rect, int by);

/* A function and a struct of one name, as stat(2) has them. */
struct measure {
  RECT_SIZE area;
};
struct measure measure(const Rect* rect);

void rect_each(void (*report)(const char* format, ...));
