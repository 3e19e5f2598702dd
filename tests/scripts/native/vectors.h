// What libffi does not pass by value.
#pragma once

typedef float v2 __attribute__((vector_size(8)));
typedef float v4 __attribute__((vector_size(16)));
typedef int i4 __attribute__((vector_size(16)));
typedef double d4 __attribute__((vector_size(32)));

struct body {
  v4 position;
  int kind;
};
struct aligned {
  _Alignas(64) char letter;
  double value;
};
struct quad {
  __float128 value;
  unsigned low : 3;
  int high : 5;
};
struct mixed {
  struct {
    v2 pair;
    char name[3];
  } inner[2];
  union {
    long whole;
    float part;
  } either;
};

v4 add(v4 a, v4 b);
v2 swap(v2 pair);
i4 scale(i4 v, signed char by);
float dot(const char *how, v4 a, v4 b, double weight);
struct body move(struct body body, v4 by);
struct mixed turn(struct mixed m, int a, long b, float c, v4 d, int e, int f, int g, int h);
struct aligned grow(int before, struct aligned aligned, double by);
v4 sum_all(int count, ...);
extern v4 origin;

__float128 one_third(void);
__float128 twice(__float128 x);
struct quad shift(struct quad quad, long double by);
__float128 power_of_two(int exponent);

__attribute__((target("avx"))) d4 add_wide(d4 a, d4 b);
int may_call_wide(void);
v4 raise(v4 v, int (*hook)(int));
