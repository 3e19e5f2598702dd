// How a record lies in memory, ready to be drawn: rows of eight bytes, each with the part it belongs to. The text and
// the picture of `layout` show the same.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/types/record_parts.h"

#include "lang/value/result.h"

namespace elle::lang {

struct BridgeContext;

// look, its name in legends
#define ELLE_LOOKS(X)    \
  X(kNumber, "number")   \
  X(kPointer, "pointer") \
  X(kArray, "array")     \
  X(kBits, "bits")       \
  X(kUnion, "union")     \
  X(kPadding, "padding")

enum class Look : uint8_t {
#define X(look, name) look,
  ELLE_LOOKS(X)
#undef X
};

inline constexpr Look kLooks[] = {
#define X(look, name) Look::look,
    ELLE_LOOKS(X)
#undef X
};

std::string_view look_name(Look look);

struct DrawnPart {
  core::RecordPart part;
  Look look = Look::kPadding;
  std::string name;   // what stands in its box
  std::string type;   // as C writes it; empty for padding and bits
  std::string about;  // one line: place, size, name, type
};

struct DrawnRow {
  static constexpr int kNothing = -1;  // behind the end
  uint64_t offset = 0;
  std::array<int, 8> parts{};  // of each byte: index of the part, or kNothing
  uint64_t rows_left_out = 0;  // behind this one, all of the same part
};

// A part of the drawing whose rows stand below each other. A union has one for each of its members.
struct Strip {
  std::string caption;  // the member of a union; empty for a struct
  std::vector<DrawnRow> rows;

  // Beyond the rows and bytes there is nothing.
  int part(size_t row, size_t byte) const {
    return row < rows.size() && byte < rows[row].parts.size() ? rows[row].parts[byte] : DrawnRow::kNothing;
  }
  // Whether one part ends and another begins at the left of a byte, or above it.
  bool line_left(size_t row, size_t byte) const {
    return part(row, byte) != (byte > 0 ? part(row, byte - 1) : DrawnRow::kNothing);
  }
  bool line_above(size_t row, size_t byte) const {
    return part(row, byte) != (row > 0 ? part(row - 1, byte) : DrawnRow::kNothing);
  }
};

// What boxes have no room for: bit-fields, members of unions, flexible arrays.
struct Detail {
  uint64_t offset;
  std::string name;
  std::string place;  // "bits 0-2", "4 bytes"
  std::string type;
};

struct RecordDrawing {
  std::string name;
  std::string summary;  // size, alignment, padding
  std::string advice;   // what another order of the fields would save; empty when nothing
  std::vector<DrawnPart> parts;
  std::vector<Strip> strips;
  std::vector<Detail> details;
};

// "1 byte", "2 bytes".
std::string count_text(uint64_t count, std::string_view what);

// Fails for what is no complete record.
Result<RecordDrawing> draw_record(BridgeContext& bridge, core::TypeId record);

}  // namespace elle::lang
