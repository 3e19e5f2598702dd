// Hashes that are part of file formats: their values must never change without a version number changing too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace elle::core {

// XXH3, 64 bits, of the xxHash specification. For finding damage and telling contents apart, not for safety against
// forgers: a checksum of gtk.h's declarations costs less than the page faults of reading them.
uint64_t checksum64(const void* data, size_t size);

inline uint64_t hash_text(std::string_view text) { return checksum64(text.data(), text.size()); }

}  // namespace elle::core
