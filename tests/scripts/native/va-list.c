#include "va-list.h"

#include <stdio.h>

int format_text(char *to, size_t size, const char *format, va_list arguments) {
  return vsnprintf(to, size, format, arguments);
}

double sum_of_kinds(const char *kinds, va_list *arguments) {
  double sum = 0;
  for (; *kinds; kinds++) {
    switch (*kinds) {
      case 'i':
        sum += va_arg(*arguments, int);
        break;
      case 'l':
        sum += (double)va_arg(*arguments, long);
        break;
      case 'd':
        sum += va_arg(*arguments, double);
        break;
      case 'L':
        sum += (double)va_arg(*arguments, long double);
        break;
      case 'w':
        sum += (double)va_arg(*arguments, __int128);
        break;
      case 'p': {
        struct pair pair = va_arg(*arguments, struct pair);
        sum += pair.x * pair.n;
        break;
      }
      case 'b':
        sum += (double)va_arg(*arguments, struct big).items[4];
        break;
    }
  }
  return sum;
}

void complain(report report, void *context) {
  report(context, "%s has %d errors, %f%% of all, in %c", "a.c", 3, 0.5, 'x');
}

long total_of(total total) {
  struct pair pair = {2.5, 4};
  struct big big = {{1, 2, 3, 4, 5}};
  struct big sum = total(1.5f, pair, 1, 2L, 3.0, pair, 4, 5, 6, 7, 8, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0,
                         0.25L, big, (__int128)1 << 100, pair, "end");
  return sum.items[0] + sum.items[4];
}

void log_both(log_line log, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  log(1, format, arguments);
  va_end(arguments);
}
