#include "texts-arrays.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

size_t text_length(const char* text) { return text ? strlen(text) : 999; }
void shout(char* text) {
  for (; *text; text++) *text = (char)toupper((unsigned char)*text);
}
const char* color_name(int n) { return n == 0 ? "rouge é" : n == 1 ? "\xff\xfe" : NULL; }
char* color_buffer(void) {
  static char buffer[] = "green";
  return buffer;
}
int sum_ints(const int* items, size_t count) {
  int total = 0;
  for (size_t i = 0; i < count; i++) total += items[i];
  return total;
}
void double_all(int* items, int count) {
  for (int i = 0; i < count; i++) items[i] *= 2;
}
double mean_of(const double* items, int count) {
  double total = 0;
  for (int i = 0; i < count; i++) total += items[i];
  return count ? total / count : 0;
}
int count_bytes(const unsigned char* data, size_t size, unsigned char wanted) {
  int found = 0;
  for (size_t i = 0; i < size; i++) found += data[i] == wanted;
  return found;
}
size_t total_length(const char** texts, int count) {
  size_t total = 0;
  for (int i = 0; i < count; i++) total += strlen(texts[i]);
  return total;
}
int split_digits(int number, int* tens, int* ones) {
  if (tens) *tens = number / 10;
  if (ones) *ones = number % 10;
  return number;
}
int make_text(char** out) {
  *out = strdup("made in C");
  return 9;
}
int fail_with(int code) {
  errno = code;
  return -1;
}
int formatted(char* to, size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(to, size, format, arguments);
  va_end(arguments);
  return length;
}
int64_t sum_longs(int count, ...) {
  va_list arguments;
  int64_t total = 0;
  va_start(arguments, count);
  for (int i = 0; i < count; i++) total += va_arg(arguments, long);
  va_end(arguments);
  return total;
}
double sum_doubles(int count, ...) {
  va_list arguments;
  double total = 0;
  va_start(arguments, count);
  for (int i = 0; i < count; i++) total += va_arg(arguments, double);
  va_end(arguments);
  return total;
}
