// The strings of a declarations file while it is being made: each different one is stored once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/declarations/format.h"

namespace elle::core {

class StringPool {
 public:
  StringPool();

  // REQUIRES: `text` does not point into this pool.
  format::StringRef add(std::string_view text);
  // Where `text` is stored already, if it is.
  std::optional<format::StringRef> find(std::string_view text) const;
  // Good until the next add().
  std::string_view at(format::StringRef ref) const;
  // The bytes of the kStrings section.
  const std::string& bytes() const { return bytes_; }

 private:
  // The slot that holds `text`, or the free one where it would go.
  size_t slot_of(std::string_view text, uint32_t hash) const;
  void grow();

  struct Slot {
    uint32_t hash;
    format::StringRef ref;  // 0: free
  };
  std::string bytes_;
  std::vector<Slot> slots_;
  size_t used_ = 0;
};

}  // namespace elle::core
