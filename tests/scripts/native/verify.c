// What verify.h has drifted from; it is not included here on purpose.
struct reading {
  int sensor;
  int when;
  double value;
  unsigned valid : 1;
  unsigned quality : 4;
  char unit;
};

typedef struct {
  short x, y;
} Spot;

enum mode { MODE_OFF, MODE_ON = 4 };

long limit = 7;

int reading_count(void) { return 0; }

int reading_store(const struct reading *reading, long flags) { return reading->sensor + (int)flags; }

Spot spot_of(struct reading *reading, enum mode mode) {
  Spot spot = {(short)reading->sensor, (short)mode};
  return spot;
}

long reading_sum(int first, ...) { return first; }
