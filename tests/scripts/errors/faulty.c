#include "faulty.h"

#include <stddef.h>
#include <stdlib.h>

const int limit = 3;
struct hidden {
  int secret;
};

int add(int left, int right) { return left + right; }
int first_of(const int *items, int count) { return count ? items[0] : 0; }
int length_of(const char *text) { return text[0] != 0; }
int sum_of(const struct point *point) { return point->x + point->y; }
int call(visitor visit, int value) { return visit(value); }
int by_value(struct hidden whole) { return whole.secret; }
struct hidden *make_hidden(void) {
  static struct hidden one = {1};
  return &one;
}
int read_at(const int *p) { return *p; }
int divide(int a, int b) { return a / b; }
void give_up(void) { abort(); }
