// Random numbers: a generator per session, seeded by the system unless a script seeds it.
#include "lang/runtime/random.h"

#include <sys/random.h>

namespace elle::lang {

namespace {

uint64_t rotate_left(uint64_t x, int bits) { return x << bits | x >> (64 - bits); }

}  // namespace

Random::Random() {
  uint64_t entropy = 0;
  // Without entropy the numbers start where they always do, which is all that is lost.
  if (getrandom(&entropy, sizeof entropy, GRND_NONBLOCK) != sizeof entropy) entropy = 0;
  seed(entropy);
}

void Random::seed(uint64_t seed) {
  // splitmix64 spreads the seed, so that near seeds do not give near states and the state is never all zeros.
  for (uint64_t& word : state_) {
    seed += 0x9e3779b97f4a7c15;
    uint64_t z = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    word = z ^ (z >> 31);
  }
}

uint64_t Random::next() {
  const uint64_t result = rotate_left(state_[1] * 5, 7) * 9;
  const uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = rotate_left(state_[3], 45);
  return result;
}

uint64_t Random::below(uint64_t bound) {
  // Numbers past the last whole multiple of `bound` would favour the small ones.
  const uint64_t excess = -bound % bound;
  uint64_t number = next();
  while (number < excess) number = next();
  return number % bound;
}

}  // namespace elle::lang
