// The arithmetic keywords of C in any order (`long unsigned int`), and the scalar they add up to (C17 6.7.2p2).
// For the two readers of type names: c_type_parser, and macros/type_name.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/types/type_kind.h"

namespace elle::core {

class SpecifierSet {
 public:
  // False when `word` is no arithmetic keyword.
  bool add(std::string_view word);
  bool empty() const { return counts_ == 0; }
  // The scalar, or nothing when the words do not go together (`short double`).
  std::optional<TypeKind> scalar() const;

 private:
  uint64_t counts_ = 0;  // four bits for each keyword
};

}  // namespace elle::core
