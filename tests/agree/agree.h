// What every generated program of this folder shares; see agree.c.
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>
#include <wchar.h>

// Reads the tape: the bytes of every value of every case, one after the other.
int agree_load(const char* path);
// The values that come next begin at this byte of the tape. What was noted before is forgotten.
void agree_begin(size_t offset);
// The first item noted that was not what the tape holds: an argument's index from 0, -1 for the result; -2 when all
// were.
int agree_mismatch(void);
// The byte of the tape up to which values were noted and fetched.
size_t agree_end(void);
