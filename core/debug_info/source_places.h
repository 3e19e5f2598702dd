// Where entries say they were declared: files become inputs of the declarations file, which nobody watches, because
// the debug information stays what it is when they change.
#pragma once

#include <string>
#include <unordered_map>

#include "core/debug_info/die.h"
#include "core/declarations/declarations_builder.h"

namespace elle::core::debug_info {

struct SourcePlace {
  uint32_t file = format::kNoFile;
  uint32_t line = 0;
  uint16_t column = 0;
};

class SourcePlaces {
 public:
  explicit SourcePlaces(DeclarationsBuilder& builder) : builder_(builder) {}

  SourcePlace place_of(Die die);

  // Puts the place of an entry into the row of a declaration or a field.
  template <class Row>
  void set(Die die, Row& row) {
    SourcePlace place = place_of(die);
    row.file = place.file;
    row.line = place.line;
    row.column = place.column;
  }

 private:
  uint32_t file_number(Die die, const char* path);

  DeclarationsBuilder& builder_;
  std::unordered_map<const char*, uint32_t> known_;  // libdw keeps one text for each file of a unit
  std::unordered_map<std::string, uint32_t> numbers_;
};

}  // namespace elle::core::debug_info
