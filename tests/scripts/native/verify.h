// A header that has drifted from its library (verify.c) in every way that verify-library tells.
#pragma once

struct reading {
  int sensor;
  long when;
  double value;
  unsigned valid : 1;
  unsigned quality : 3;
};

typedef struct {
  short x, y;
} Spot;

enum mode { MODE_OFF, MODE_ON, MODE_AUTO };

extern int limit;

int reading_count(void);
int reading_store(const struct reading *reading, unsigned flags);
Spot spot_of(struct reading *reading, enum mode mode);
long reading_sum(int first, ...);
void reading_forget(int sensor);
extern double scale;

static inline int reading_is_valid(const struct reading *reading) { return reading->valid; }
