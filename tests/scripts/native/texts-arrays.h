// Texts, arrays, out-parameters and variadic functions.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

size_t text_length(const char* text);
void shout(char* text);
const char* color_name(int n);
char* color_buffer(void);
int sum_ints(const int* items, size_t count);
void double_all(int* items, int count);
double mean_of(const double* items, int count);
int count_bytes(const unsigned char* data, size_t size, unsigned char wanted);
size_t total_length(const char** texts, int count);
int split_digits(int number, int* tens, int* ones);
int make_text(char** out);
int fail_with(int code);
int formatted(char* to, size_t size, const char* format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 3, 4)))
#endif
    ;
int64_t sum_longs(int count, ...);
double sum_doubles(int count, ...);
