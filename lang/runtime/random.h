// Pseudo-random numbers (xoshiro256**, by Blackman and Vigna): fast and well spread, not for secrets.
#pragma once

#include <cstdint>

namespace elle::lang {

class Random {
 public:
  // Seeded by the system.
  Random();
  // The same seed gives the same numbers.
  void seed(uint64_t seed);
  uint64_t next();
  // Below `bound`, each as likely as any other. REQUIRES: bound > 0.
  uint64_t below(uint64_t bound);
  // In [0, 1), a multiple of 2^-53.
  double fraction() { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  uint64_t state_[4];
};

}  // namespace elle::lang
