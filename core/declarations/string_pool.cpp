// A table of slots with linear probing: a large header has strings by the ten thousand, each met many times, and a map
// would allocate for every one of them.
#include "core/declarations/string_pool.h"

#include <cstring>

#include "core/base/hash.h"

namespace elle::core {
namespace {

uint32_t hash_of(std::string_view text) { return static_cast<uint32_t>(hash_text(text)); }

}  // namespace

// The pool opens with the empty string's length and end, so that offset 0 can mean "".
StringPool::StringPool() : bytes_(8, '\0'), slots_(1024) {}

std::string_view StringPool::at(format::StringRef ref) const {
  if (ref == 0) return {};
  uint32_t length;
  std::memcpy(&length, bytes_.data() + ref - sizeof length, sizeof length);
  return {bytes_.data() + ref, length};
}

size_t StringPool::slot_of(std::string_view text, uint32_t hash) const {
  size_t mask = slots_.size() - 1, i = hash & mask;
  while (slots_[i].ref != 0 && (slots_[i].hash != hash || at(slots_[i].ref) != text)) i = (i + 1) & mask;
  return i;
}

std::optional<format::StringRef> StringPool::find(std::string_view text) const {
  format::StringRef ref = slots_[slot_of(text, hash_of(text))].ref;
  if (ref == 0 && !text.empty()) return std::nullopt;
  return ref;
}

format::StringRef StringPool::add(std::string_view text) {
  if (text.empty()) return 0;
  if (used_ * 2 >= slots_.size()) grow();
  uint32_t hash = hash_of(text);
  size_t slot = slot_of(text, hash);
  if (slots_[slot].ref != 0) return slots_[slot].ref;
  uint32_t length = static_cast<uint32_t>(text.size());
  bytes_.append(reinterpret_cast<const char*>(&length), sizeof length);
  slots_[slot] = {hash, static_cast<format::StringRef>(bytes_.size())};
  bytes_.append(text).push_back('\0');
  used_++;
  return slots_[slot].ref;
}

void StringPool::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.ref == 0) continue;
    size_t i = slot.hash & mask;
    while (slots_[i].ref != 0) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

}  // namespace elle::core
