#include "structs.h"

struct opaque {
  int number;
};

static int add(int a, int b) { return a + b; }

struct point make_point(int x, double y) { return (struct point){x, y}; }
double sum_point(struct point p) { return p.x + p.y; }
line reversed(line l) { return (line){l.to, l.from}; }
struct small brighter(struct small c) {
  return (struct small){(uint8_t)(c.r + 1), (uint8_t)(c.g + 1), (uint8_t)(c.b + 1)};
}
struct big counted(struct big b, int64_t step) {
  for (int i = 0; i < 6; i++) b.values[i] += i * step;
  return b;
}
struct mixed twice(struct mixed m) { return (struct mixed){m.f * 2, m.i * 2, m.d * 2}; }
union number number_from(float f) { return (union number){.f = f}; }
int32_t number_bits(union number n) { return n.i; }
struct flags flags_of(unsigned low, int middle, unsigned wide, int on) {
  struct flags f = {.low = low & 7, .middle = middle & 31, .wide = wide & 0xfffff, .on = on != 0};
  return f;
}
unsigned flags_low(const struct flags* f) { return f->low; }
int flags_middle(const struct flags* f) { return f->middle; }
int sum_items(const struct box* b) { return b->items[0] + b->items[1] + b->items[2] + b->items[3]; }
void fill_items(struct box* b, int first) {
  for (int i = 0; i < 4; i++) b->items[i] = first + i;
}
void move_point(struct point* p, int by) { p->x += by; }
struct box* add_numbers(struct box* b) {
  b->combine = add;
  return b;
}
int run_combine(const struct box* b, int x, int y) { return b->combine(x, y); }
size_t chain_length(const struct box* b) { return b ? 1 + chain_length(b->next) : 0; }
struct opaque* make_opaque(void) {
  static struct opaque only = {42};
  return &only;
}
int opaque_number(const struct opaque* o) { return o->number; }
