#include "declared-shapes.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct bits bits_of(unsigned low, int negative, unsigned long wide, int across) {
  return (struct bits){.low = low, .negative = negative, .wide = wide, .across = across, .on = 1, .tiny = -1};
}
long sum_bits(struct bits b) {
  return (long)b.low + b.negative + (long)b.wide + b.across + b.on + b.tiny + (long)b.colour;
}
void set_bits(struct bits* b) { *b = (struct bits){7, -16, (1ul << 40) - 1, -(1 << 19), 0, 1, BLUE}; }

struct packed packed_of(char first, int second, double third) { return (struct packed){first, second, third}; }
double sum_packed(struct packed p) { return p.first + p.second + p.third; }
struct aligned aligned_of(char first, int second) { return (struct aligned){first, second}; }
int sum_aligned(struct aligned a) { return a.first + a.second; }

static double rows[2][3] = {{1, 2, 3}, {4, 5, 6}};
struct grid make_grid(void) {
  return (struct grid){{{1, 2, 3}, {4, 5, 6}}, {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}, rows};
}
int sum_cells(int cells[2][3]) {
  int sum = 0;
  for (int i = 0; i < 6; i++) sum += cells[i / 3][i % 3];
  return sum;
}
int sum_grid(struct grid g) { return sum_cells(g.cell); }
double sum_rows(const double (*r)[3], size_t count) {
  double sum = 0;
  for (size_t i = 0; i < count; i++) sum += r[i][0] + r[i][1] + r[i][2];
  return sum;
}
double (*get_rows(void))[3] { return rows; }

static int add(int a, int b) { return a + b; }
static int multiply_integers(int a, int b) { return a * b; }
static struct pair make_pair(int x, double y) { return (struct pair){x, y}; }
static void each(void (*visit)(int, void*), void* data) {
  for (int i = 1; i <= 3; i++) visit(i, data);
}
static int count_letters(const char* format, ...) { return (int)strlen(format); }
struct operations* operations(void) {
  static struct operations made = {add, make_pair, each, count_letters};
  return &made;
}
int (*operation(const char* name))(int, int) {
  return strcmp(name, "add") == 0 ? add : strcmp(name, "multiply") == 0 ? multiply_integers : NULL;
}
binary choose(binary a, binary b, int first) { return first ? a : b; }
int combine(const struct operations* o, int a, int b) { return o->combine(a, b); }
struct pair made_by(struct pair (*make)(int, double), int n) { return make(n, n + 0.5); }

struct flexible* make_flexible(size_t count) {
  struct flexible* made = malloc(sizeof *made + count * sizeof(int));
  made->count = count;
  for (size_t i = 0; i < count; i++) made->items[i] = (int)i + 1;
  return made;
}
int sum_flexible(const struct flexible* f) {
  int sum = 0;
  for (size_t i = 0; i < f->count; i++) sum += f->items[i];
  return sum;
}

struct hidden {
  int number;
};
int count_nodes(const struct node* first) { return first ? 1 + count_nodes(first->next) : 0; }
struct node node_of(int kind, long number) { return (struct node){.kind = kind, .number = number}; }
struct hidden* hide(int number) {
  static struct hidden one;
  one.number = number;
  return &one;
}
int unhide(const struct hidden* h) { return h->number; }

service_port next_port(constant_port port) { return (service_port)(port + 1); }
enum unsigned_level same_unsigned(enum unsigned_level level) { return level; }
enum signed_level same_signed(enum signed_level level) { return level; }
enum wide_level same_wide(enum wide_level level) { return level; }
wchar_t next_wide(wchar_t c) { return c + 1; }
char16_t next_16(char16_t c) { return (char16_t)(c + 1); }
char32_t next_32(char32_t c) { return c + 1; }

float _Complex conjugate_float(float _Complex z) { return ~z; }
double _Complex multiply(double _Complex a, double _Complex b) { return a * b; }
long double _Complex same_long_complex(long double _Complex z) { return z; }

double sum_mixed(int count, ...) {
  va_list rest;
  va_start(rest, count);
  double sum = 0;
  for (int i = 0; i < count; i++) sum += va_arg(rest, int) + va_arg(rest, double);
  va_end(rest);
  return sum;
}
double sum_pairs(int count, ...) {
  va_list rest;
  va_start(rest, count);
  double sum = 0;
  for (int i = 0; i < count; i++) {
    const struct pair p = va_arg(rest, struct pair);
    sum += p.x + p.y;
  }
  va_end(rest);
  return sum;
}

size_t count_wide(const wchar_t* text) { return wcslen(text); }
size_t count_16(const char16_t* text) {
  size_t count = 0;
  while (text[count]) count++;
  return count;
}
const wchar_t* wide_text(void) { return L"wide λ🙂"; }
const char16_t* text_16(void) { return u"sixteen 🙂"; }
int sum_ints(const int* items, size_t count) {
  int sum = 0;
  for (size_t i = 0; i < count; i++) sum += items[i];
  return sum;
}
