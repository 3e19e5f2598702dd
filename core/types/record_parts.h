// A record taken apart: all of its bytes, each as part of a member or as padding. For drawings and dumps of memory.
#pragma once

#include <string>
#include <vector>

#include "core/types/type_table.h"

namespace elle::core {

struct RecordPart {
  enum class Kind : uint8_t {
    kField,
    kBits,   // bit-fields that share bytes
    kUnion,  // members that all begin at `offset`
    kPadding,
  };
  Kind kind = Kind::kPadding;
  std::string name;       // from the record's beginning: `home.x`, `items[2].y`; of kBits and kPadding empty
  TypeId type = kNoType;  // of a kField or kUnion
  uint64_t offset = 0;    // bytes from the record's beginning
  uint64_t size = 0;      // bytes; 0 for a flexible array
  // Of kBits: the fields, their bit_offset counted from the record's beginning and their names as above.
  std::vector<Field> bits;
};

// In the order of their offsets, without gaps; nested structs are taken apart, too, and arrays of up to `max_elements`
// structs. A union is one part, unless it is the record that is asked about: then there is a part for each member,
// which all begin at 0. Fails for what is no complete record.
Result<std::vector<RecordPart>> record_parts(TypeTable& types, TypeId record, uint64_t max_elements);

// The size a struct would have if its members stood in the order of their alignment; its own size where no order is
// better, or with bit-fields, whose order has other reasons. REQUIRES: a complete record.
uint64_t size_when_sorted(TypeTable& types, TypeId record);

}  // namespace elle::core
