// Functions that take a va_list, and callbacks that are variadic or are given one.
#pragma once

#include <stdarg.h>
#include <stddef.h>

struct pair {
  double x;
  int n;
};
struct big {
  long items[5];
};

int format_text(char *to, size_t size, const char *format, va_list arguments);
double sum_of_kinds(const char *kinds, va_list *arguments);

typedef void (*report)(void *context, const char *message, ...);
typedef struct big (*total)(float start, struct pair pair, ...);
typedef void (*log_line)(int level, const char *format, va_list arguments);

void complain(report report, void *context);
long total_of(total total);
void log_both(log_line log, const char *format, ...);
