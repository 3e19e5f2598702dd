#include "variables.h"

#include <pthread.h>

int counter = 5;
unsigned char small = 255;
enum level level = HIGH;
double matrix[2][3] = {{1, 2, 3}, {4, 5, 6}};
int table[] = {7, 8, 9};
char label[16] = "box";
const char* title = "hello";
struct place origin = {1, 2, {"o", {1, 2, 3}}};
struct place* current = &origin;
volatile int flag = 1;
__int128 huge = -5;
double _Complex impedance = 1;
long double precise = 0.1L;

static int add(int a, int b) { return a + b; }
int (*hook)(int, int) = add;

const int limit = 10;
const struct place fixed = {3, 4, {"f", {1, 2, 3}}};
const struct place fixed_row[2] = {{1, 1, {"a", {0}}}, {2, 2, {"b", {0}}}};
const int primes[3] = {2, 3, 5};
struct place* const home = &origin;

_Thread_local int of_thread = 7;
int renamed = 8;
int renamed_function(int x) { return x + 1; }

int read_counter(void) { return counter; }
double read_matrix(int row, int column) { return matrix[row][column]; }
int run_hook(int a, int b) { return hook(a, b); }
const char* read_label(void) { return label; }
int read_of_thread(void) { return of_thread; }

static void* read_it(void* to) {
  *(int*)to = of_thread;
  return to;
}
int of_another_thread(void) {
  int seen = 0;
  pthread_t thread;
  pthread_create(&thread, 0, read_it, &seen);
  pthread_join(thread, 0);
  return seen;
}

int weak_and_there = 5;
int weak_function(int x) { return x + weak_and_there; }
