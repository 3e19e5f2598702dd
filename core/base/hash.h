// Hashes that are part of file formats: their values must never change without a version number changing too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace elle::core {

// For finding damage, not for safety against forgers. Four independent lanes of eight bytes a step keep the multiplier
// busy: a checksum of gtk.h's declarations costs less than the page faults of reading them. Every step is a bijection
// of its lane, so a change within one word is always noticed.
uint64_t checksum64(const void* data, size_t size);

inline constexpr uint64_t kHashSeed = 0xcbf29ce484222325;

// FNV-1a, one byte at a time.
constexpr uint64_t hash_byte(uint64_t hash, uint8_t byte) { return (hash ^ byte) * 0x100000001b3; }
constexpr uint64_t hash_text(std::string_view text, uint64_t hash = kHashSeed) {
  for (char c : text) hash = hash_byte(hash, static_cast<uint8_t>(c));
  return hash;
}

}  // namespace elle::core
