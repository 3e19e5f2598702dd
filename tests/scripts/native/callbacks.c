#include "callbacks.h"

static combine_fn kept;

int apply_combine(combine_fn f, int a, int b) { return f(a, b); }
int apply_twice(combine_fn f, int a, int b) { return f(f(a, b), b); }
void visit_texts(visit_fn visit, void* data) {
  visit("one", data);
  visit(NULL, data);
  visit("three", data);
}
struct pair apply_change(change_fn change, struct pair p) { return change(p, 0.5f); }
struct triple apply_rotate(rotate_fn rotate, struct triple t) { return rotate(t); }
double apply_many(many_fn f) { return f('a', -2, 3, -4, 0.5f, 0.25, 200, 8, 9.5f); }
const char* apply_text(const char* (*f)(void)) { return f(); }
void keep_function(combine_fn f) { kept = f; }
int call_kept(int a, int b) { return kept(a, b); }
int call_often(combine_fn f, int times) {
  int sum = 0;
  for (int i = 0; i < times; i++) sum += f(i, sum);
  return sum;
}
int descend(int (*f)(int), int depth) { return f(depth); }
