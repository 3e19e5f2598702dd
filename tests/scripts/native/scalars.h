// One function per kind of scalar: each gives back what it got.
#include <complex.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int8_t same_i8(int8_t x);
uint8_t same_u8(uint8_t x);
int16_t same_i16(int16_t x);
uint16_t same_u16(uint16_t x);
int32_t same_i32(int32_t x);
uint32_t same_u32(uint32_t x);
int64_t same_i64(int64_t x);
uint64_t same_u64(uint64_t x);
__int128 same_i128(__int128 x);
unsigned __int128 same_u128(unsigned __int128 x);
char same_char(char x);
bool same_bool(bool x);
float same_float(float x);
double same_double(double x);
long double same_long_double(long double x);
double complex same_complex(double complex x);
size_t same_size(size_t x);

typedef int gboolean;
gboolean is_positive(int x);

enum color { RED, GREEN = 5, BLUE };
enum color next_color(enum color c);
enum sign { MINUS = -1, ZERO, PLUS };
enum sign sign_of(int x);

// Many arguments of mixed kinds: some lie on the stack.
double sum_of_many(int8_t a, uint16_t b, int c, long d, float e, double f, int8_t g, uint8_t h, long i, float j,
                   double k, int l, long double m, bool n);
