#include "holding.h"

#include <stdarg.h>

static long letters(long so_far, const char *text) { return so_far << 8 | (unsigned char)text[0]; }

long read_struct(const struct holder *one, void (*between)(void)) {
  between();
  return letters(0, one->name);
}

long read_copy(struct holder one, void (*between)(void)) {
  between();
  return letters(0, one.name);
}

long read_structs(const struct holder *all, int count, void (*between)(void)) {
  long result = 0;
  between();
  for (int i = 0; i < count; i++) result = letters(result, all[i].name);
  return result;
}

long read_texts(const char *const *all, int count, void (*between)(void)) {
  long result = 0;
  between();
  for (int i = 0; i < count; i++) result = letters(result, all[i]);
  return result;
}

long read_blocks(const unsigned char *const *all, int count, void (*between)(void)) {
  return read_texts((const char *const *)all, count, between);
}

/* Reads the pointer before and follows it after. */
long read_kept(struct holder *one, void (*between)(void)) {
  const char *name = one->name;
  between();
  return letters(0, name);
}

long read_variadic(void (*between)(void), int count, ...) {
  va_list rest;
  va_start(rest, count);
  const struct holder *one = va_arg(rest, const struct holder *);
  const char *name = one->name;
  va_end(rest);
  between();
  return letters(0, name);
}
