// What goes wrong with C, one way each.
#include <stdarg.h>

struct hidden;
struct point {
  int x, y;
};
typedef int (*visitor)(int value);

int add(int left, int right);
int first_of(const int *items, int count);
int length_of(const char *text);
int sum_of(const struct point *point);
int call(visitor visit, int value);
int by_value(struct hidden whole);
struct hidden *make_hidden(void);
int not_in_the_library(int x);
int read_at(const int *p);
int divide(int a, int b);
void give_up(void);
extern const int limit;
