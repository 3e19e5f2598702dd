#include "faults.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int read_at(const int* p) { return *(const volatile int*)p; }
void write_at(int* p, int value) { *(volatile int*)p = value; }
int divide(int a, int b) { return a / b; }
void give_up(const char* why) {
  (void)why;
  abort();
}
int overflow(int depth) {
  volatile char room[4096];
  if (depth < 0) return 0;
  room[0] = (char)depth;
  return overflow(depth + 1) + room[0];
}
int bus_error(void) {
  char name[] = "/tmp/elle-bus-XXXXXX";
  int file = mkstemp(name);
  unlink(name);
  volatile char* map = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
  close(file);
  return map[0];
}
int crash_in(int (*f)(int), int x) { return f(x) + read_at((const int*)8); }
int with_struct_and_text(double d, const char* text, void* p, int n) { return (int)d + text[0] + *(int*)p + n; }
