// Structs, unions, bit-fields and arrays in structs, by value and by address.
#include <stddef.h>
#include <stdint.h>

struct point {
  int x;
  double y;
};
typedef struct {
  struct point from, to;
} line;
struct small {
  uint8_t r, g, b;
};
struct big {
  int64_t values[6];
};
struct mixed {
  float f;
  int32_t i;
  double d;
};
struct flags {
  unsigned low : 3;
  int middle : 5;
  unsigned wide : 20;
  _Bool on : 1;
};
union number {
  int32_t i;
  float f;
  uint8_t bytes[4];
};
struct box {
  char name[8];
  struct point inner;
  int items[4];
  struct small colors[2];
  union number number;
  struct {
    int deep;
    union {
      int either;
      float other;
    };
  };
  const char* label;
  struct box* next;
  int (*combine)(int, int);
};
struct opaque;

struct point make_point(int x, double y);
double sum_point(struct point p);
line reversed(line l);
struct small brighter(struct small c);
struct big counted(struct big b, int64_t step);
struct mixed twice(struct mixed m);
union number number_from(float f);
int32_t number_bits(union number n);
struct flags flags_of(unsigned low, int middle, unsigned wide, int on);
unsigned flags_low(const struct flags* f);
int flags_middle(const struct flags* f);
int sum_items(const struct box* b);
void fill_items(struct box* b, int first);
void move_point(struct point* p, int by);
struct box* add_numbers(struct box* b);
int run_combine(const struct box* b, int x, int y);
size_t chain_length(const struct box* b);
struct opaque* make_opaque(void);
int opaque_number(const struct opaque* o);
