// Names are compared without building what they fold to: a lookup hashes a dozen letters and allocates nothing.
#include "core/declarations/folded_name.h"

#include "core/base/text.h"

namespace elle::core {
namespace {

bool is_joint(char c) { return c == '_' || c == '-'; }
bool all_joints(std::string_view name) {
  for (char c : name)
    if (!is_joint(c)) return false;
  return true;
}

}  // namespace

std::string folded_name(std::string_view name) {
  std::string folded;
  bool keep = all_joints(name);
  for (char c : name)
    if (keep || !is_joint(c)) folded += lower(c);
  return folded;
}

// FNV-1a with its standard numbers: it takes one byte at a time, and so needs no folded copy of the name.
uint32_t folded_hash(std::string_view name) {
  uint64_t hash = 0xcbf29ce484222325;
  bool keep = all_joints(name);
  for (char c : name)
    if (keep || !is_joint(c)) hash = (hash ^ static_cast<uint8_t>(lower(c))) * 0x100000001b3;
  return static_cast<uint32_t>(hash ^ (hash >> 32));
}

bool same_folded(std::string_view a, std::string_view b) {
  if (all_joints(a) || all_joints(b)) return a == b;
  size_t i = 0, j = 0;
  for (;;) {
    while (i < a.size() && is_joint(a[i])) i++;
    while (j < b.size() && is_joint(b[j])) j++;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (lower(a[i++]) != lower(b[j++])) return false;
  }
}

}  // namespace elle::core
