// The C side's half of the comparison, included by every generated program. Values are noted and fetched one scalar at
// a time, so nothing here depends on how a compiler lays them out: integers as 16 bytes, floating numbers as they are.
#include "agree.h"

#include <stdio.h>
#include <string.h>

// Called in thousands of places, and not worth a copy in each.
#define KEPT __attribute__((unused, noinline)) static

static unsigned char tape[1 << 24];
static size_t at;
static int item, mismatch;

int agree_load(const char* path) {
  FILE* file = fopen(path, "rb");
  if (!file) return 0;
  const size_t size = fread(tape, 1, sizeof tape, file);
  fclose(file);
  return size < sizeof tape;
}

void agree_begin(size_t offset) {
  at = offset;
  item = 0;
  mismatch = -2;
}

int agree_mismatch(void) { return mismatch; }
size_t agree_end(void) { return at; }

KEPT void note(const void* bytes, size_t size) {
  if (mismatch == -2 && memcmp(tape + at, bytes, size) != 0) mismatch = item;
  at += size;
}
KEPT void fetch(void* to, size_t size) {
  memcpy(to, tape + at, size);
  at += size;
}

KEPT void note_integer(unsigned __int128 value) { note(&value, sizeof value); }
KEPT void note_float(float value) { note(&value, sizeof value); }
KEPT void note_double(double value) { note(&value, sizeof value); }
KEPT void note_long_double(long double value) { note(&value, 10); }
KEPT void note_text(const char* text) {
  const size_t size = strlen((const char*)tape + at) + 1;
  note(text ? text : "\1", text ? strnlen(text, size) + 1 : 1);
}
KEPT unsigned __int128 fetch_integer(void) {
  unsigned __int128 value;
  fetch(&value, sizeof value);
  return value;
}
KEPT float fetch_float(void) {
  float value;
  fetch(&value, sizeof value);
  return value;
}
KEPT double fetch_double(void) {
  double value;
  fetch(&value, sizeof value);
  return value;
}
KEPT long double fetch_long_double(void) {
  long double value = 0;
  fetch(&value, 10);
  return value;
}
KEPT const char* fetch_text(void) {
  const char* text = (const char*)tape + at;
  at += strlen(text) + 1;
  return text;
}
