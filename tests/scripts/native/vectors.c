#include "vectors.h"

#include <stdarg.h>
#include <string.h>

v4 origin = {0, 1, 2, 3};

v4 add(v4 a, v4 b) { return a + b; }
v2 swap(v2 pair) { return (v2){pair[1], pair[0]}; }
i4 scale(i4 v, signed char by) { return v * by; }

float dot(const char *how, v4 a, v4 b, double weight) {
  v4 product = a * b;
  float sum = product[0] + product[1] + product[2] + product[3];
  return strcmp(how, "weighted") ? sum : (float)(sum * weight);
}

struct body move(struct body body, v4 by) {
  body.position += by;
  body.kind++;
  return body;
}

struct mixed turn(struct mixed m, int a, long b, float c, v4 d, int e, int f, int g, int h) {
  struct mixed turned = {{m.inner[1], m.inner[0]}, {a + b + e + f + g + h}};
  turned.inner[0].pair += (v2){c, d[3]};
  return turned;
}

struct aligned grow(int before, struct aligned aligned, double by) {
  aligned.letter += before;
  aligned.value += by;
  // Where it lies must be where its type says.
  if ((unsigned long)&aligned % 64) aligned.value = -1;
  return aligned;
}

v4 sum_all(int count, ...) {
  va_list rest;
  va_start(rest, count);
  v4 sum = {0};
  while (count--) sum += va_arg(rest, v4);
  va_end(rest);
  return sum;
}

__float128 one_third(void) { return (__float128)1 / 3; }
__float128 twice(__float128 x) { return 2 * x; }
struct quad shift(struct quad quad, long double by) {
  quad.value += by;
  quad.low++;
  quad.high--;
  return quad;
}
__float128 power_of_two(int exponent) {
  __float128 power = 1;
  for (; exponent > 0; exponent--) power *= 2;
  for (; exponent < 0; exponent++) power /= 2;
  return power;
}

__attribute__((target("avx"))) d4 add_wide(d4 a, d4 b) { return a + b; }
int may_call_wide(void) { return __builtin_cpu_supports("avx") != 0; }
v4 raise(v4 v, int (*hook)(int)) { return v + (float)hook(1); }
