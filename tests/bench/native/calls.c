// The measures in C, which is what the others are compared with. Prints `MEASURE VALUE` lines.
#include <stdio.h>

#include "../fixture/bench.h"

enum { kRounds = 3 };
static const double kSeconds = 0.05;

// Keeps the compiler from seeing through a value, and so from removing the loop around it.
#define OPAQUE(value) __asm__ volatile("" : "+r"(value))

static void loop_empty(int count) {
  for (int i = 0; i < count; i++) OPAQUE(i);
}

static void loop_add(int count) {
  for (int i = 0; i < count; i++) {
    int sum = bench_add(i, 1);
    OPAQUE(sum);
  }
}

static void loop_string(int count) {
  for (int i = 0; i < count; i++) {
    const char* text = "hello, world";
    OPAQUE(text);
    size_t length = bench_length(text);
    OPAQUE(length);
  }
}

static void loop_point(int count) {
  Point point = {0, 0};
  for (int i = 0; i < count; i++) point = bench_step(point);
}

static void loop_field(int count) {
  volatile Point point = {0, 0};
  for (int i = 0; i < count; i++) point.y = point.y + 1;
}

static int next_number(int number) { return number + 1; }

static void loop_callback(int count) { bench_callbacks(next_number, count); }

static int compare(const int32_t* a, const int32_t* b) { return *a - *b; }

static __attribute__((noinline)) int fib(int n) {
  OPAQUE(n);
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

static void run_sort(int unused) {
  (void)unused;
  if (!bench_sort(compare)) printf("unsorted\n");
}

static void run_fib(int n) { fib(n); }

static double best_of(void (*body)(int), int argument) {
  double best = 1e9;
  for (int round = 0; round < kRounds; round++) {
    double start = bench_now();
    body(argument);
    double elapsed = bench_now() - start;
    if (elapsed < best) best = elapsed;
  }
  return best;
}

// Nanoseconds of one turn, over as many turns as fill kSeconds.
static double per_turn(void (*body)(int)) {
  int count = 1000;
  while (best_of(body, count) < kSeconds && count < 1 << 29) count *= 2;
  return best_of(body, count) / count * 1e9;
}

int main(void) {
  printf("call %g\n", per_turn(loop_add));
  printf("string %g\n", per_turn(loop_string));
  printf("point %g\n", per_turn(loop_point));
  printf("callback %g\n", per_turn(loop_callback));
  printf("field %g\n", per_turn(loop_field));
  printf("sort %g\n", best_of(run_sort, 0) * 1e3);
  printf("fib %g\n", best_of(run_fib, 30) * 1e3);
  printf("loop %g\n", best_of(loop_empty, 10000000) * 1e3);
  return 0;
}
