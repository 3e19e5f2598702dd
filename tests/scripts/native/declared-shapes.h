// What C lets a declaration look like: bit-fields, arrays of arrays, function pointers, flexible arrays, packing.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <uchar.h>
#include <wchar.h>

// Bit-fields that share units, leave them, and are signed.
struct bits {
  unsigned low : 3;
  int negative : 5;
  unsigned long wide : 40;
  int across : 20;
  unsigned : 0;
  _Bool on : 1;
  signed char tiny : 2;
  enum { RED, GREEN, BLUE } colour : 2;
};
struct bits bits_of(unsigned low, int negative, unsigned long wide, int across);
long sum_bits(struct bits b);
void set_bits(struct bits* b);

struct __attribute__((packed)) packed {
  char first;
  int second;
  double third;
};
struct __attribute__((aligned(16))) aligned {
  char first;
  int second __attribute__((aligned(8)));
};
struct packed packed_of(char first, int second, double third);
double sum_packed(struct packed p);
struct aligned aligned_of(char first, int second);
int sum_aligned(struct aligned a);

struct pair {
  int x;
  double y;
};
struct grid {
  int cell[2][3];
  struct pair corners[2][2];
  double (*rows)[3];
};
struct grid make_grid(void);
int sum_grid(struct grid g);
int sum_cells(int cells[2][3]);
double sum_rows(const double (*rows)[3], size_t count);
double (*get_rows(void))[3];

typedef int (*binary)(int, int);
struct operations {
  binary combine;
  struct pair (*make)(int, double);
  void (*each)(void (*visit)(int item, void* data), void* data);
  int (*variadic)(const char* format, ...);
};
struct operations* operations(void);
int (*operation(const char* name))(int, int);
binary choose(binary a, binary b, int first);
int combine(const struct operations* o, int a, int b);
struct pair made_by(struct pair (*make)(int, double), int n);

struct flexible {
  size_t count;
  int items[];
};
struct flexible* make_flexible(size_t count);
int sum_flexible(const struct flexible* f);

// Anonymous members, and a type that refers to itself and to one nobody knows.
struct hidden;
struct node {
  int kind;
  union {
    long number;
    struct {
      float re, im;
    };
  };
  struct node* next;
  struct hidden* hidden;
};
int count_nodes(const struct node* first);
struct node node_of(int kind, long number);
struct hidden* hide(int number);
int unhide(const struct hidden* h);

// Typedef chains, enums of every width, and characters of every width.
typedef unsigned short port_number;
typedef port_number service_port;
typedef const service_port constant_port;
service_port next_port(constant_port port);
enum unsigned_level { NOTHING, MOST = 4000000000 };
enum signed_level { LEAST = -2147483647 - 1, SOME = 7 };
enum wide_level { FAR = 1l << 40, BELOW = -1 };
enum unsigned_level same_unsigned(enum unsigned_level level);
enum signed_level same_signed(enum signed_level level);
enum wide_level same_wide(enum wide_level level);
wchar_t next_wide(wchar_t c);
char16_t next_16(char16_t c);
char32_t next_32(char32_t c);

float _Complex conjugate_float(float _Complex z);
double _Complex multiply(double _Complex a, double _Complex b);
long double _Complex same_long_complex(long double _Complex z);

// For `...`, C makes a float a double and a char an int; a struct goes as it is.
double sum_mixed(int count, ...);
double sum_pairs(int count, ...);

// Texts of wide characters.
size_t count_wide(const wchar_t* text);
size_t count_16(const char16_t* text);
const wchar_t* wide_text(void);
const char16_t* text_16(void);
int sum_ints(const int* items, size_t count);
