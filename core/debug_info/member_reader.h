// The members of records and enums, which wait in the TypeReader until here they are described.
#pragma once

#include <unordered_map>

#include "core/debug_info/type_reader.h"

namespace elle::core::debug_info {

class MemberReader {
 public:
  MemberReader(DeclarationsBuilder& builder, SourcePlaces& places, TypeReader& types)
      : builder_(builder), places_(places), types_(types) {}

  // Describes what is pending, and what that makes pending.
  void describe_pending();
  // Alignments, which DWARF leaves to be found out from the members. Call once, when all is described.
  void finish();

 private:
  void describe_record(Die die, uint32_t number);
  void describe_enum(Die die, uint32_t number);
  void take_field(Die die);
  void take_constant(Die die, uint32_t enum_number, bool is_unsigned);
  uint32_t align_of(format::TypeRef type);
  uint32_t align_of_record(uint32_t number);

  DeclarationsBuilder& builder_;
  SourcePlaces& places_;
  TypeReader& types_;
};

}  // namespace elle::core::debug_info
