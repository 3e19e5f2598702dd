#include "scalars.h"

int8_t same_i8(int8_t x) { return x; }
uint8_t same_u8(uint8_t x) { return x; }
int16_t same_i16(int16_t x) { return x; }
uint16_t same_u16(uint16_t x) { return x; }
int32_t same_i32(int32_t x) { return x; }
uint32_t same_u32(uint32_t x) { return x; }
int64_t same_i64(int64_t x) { return x; }
uint64_t same_u64(uint64_t x) { return x; }
__int128 same_i128(__int128 x) { return x; }
unsigned __int128 same_u128(unsigned __int128 x) { return x; }
char same_char(char x) { return x; }
bool same_bool(bool x) { return x; }
float same_float(float x) { return x; }
double same_double(double x) { return x; }
long double same_long_double(long double x) { return x; }
double complex same_complex(double complex x) { return x; }
size_t same_size(size_t x) { return x; }

gboolean is_positive(int x) { return x > 0; }

enum color next_color(enum color c) { return c == RED ? GREEN : c == GREEN ? BLUE : RED; }
enum sign sign_of(int x) { return x < 0 ? MINUS : x > 0 ? PLUS : ZERO; }

double sum_of_many(int8_t a, uint16_t b, int c, long d, float e, double f, int8_t g, uint8_t h, long i, float j,
                   double k, int l, long double m, bool n) {
  return a + b + c + (double)d + (double)e + f + g + h + (double)i + (double)j + k + l + (double)m + n;
}
