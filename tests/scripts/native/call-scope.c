#include "call-scope.h"

int call_and_throw(int (*f)(int), const char *message, void (*thrower)(const char *)) {
  int got = f(1);
  thrower(message);
  return got;
}

int call_twice(int (*f)(int)) { return f(1) + f(2); }
int add_up(const int *items, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += items[i];
  return sum;
}
int double_and_throw(int *items, int count, void (*thrower)(const char *)) {
  for (int i = 0; i < count; i++) items[i] *= 2;
  thrower("doubled");
  return 0;
}
int crash_after(int (*f)(int), const int *there) { return f(1) + *there; }
