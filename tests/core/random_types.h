// Random C types, made twice: in a TypeTable and as C text, so that a C compiler can be asked about the same ones.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "core/types/type_table.h"

namespace elle::core {

struct RandomRecord {
  std::string tag;   // "r12"
  std::string name;  // "struct r12"
  std::string text;  // its definition, with the pragmas around it
  TypeId type = kNoType;
  bool is_flexible = false;  // ends in an array of unknown length, and so cannot be a member
};

class RandomTypes {
 public:
  // Unnamed bit-fields can be left out: gcc counts them when it passes a record in registers, clang does not, and the
  // ABI is silent.
  RandomTypes(TypeTable& table, unsigned seed, bool with_unnamed = true)
      : table_(table), random_(seed), with_unnamed_(with_unnamed) {}

  // A record of up to six members, of scalars, pointers, arrays and the records made before.
  const RandomRecord& add_record();
  const std::vector<RandomRecord>& records() const { return records_; }

  // A scalar, a pointer, or one of the records made that can be passed by value.
  TypeId value_type();

  uint32_t below(uint32_t limit) { return static_cast<uint32_t>(random_() % limit); }
  bool one_in(uint32_t chances) { return below(chances) == 0; }

 private:
  struct Member {
    FieldSpec spec;
    std::string text;
  };

  TypeKind scalar();
  TypeKind bit_field_scalar();
  Member member(size_t index);
  Member plain_member(const std::string& name);
  Member bit_field_member(const std::string& name);
  TypeId member_type();

  TypeTable& table_;
  std::mt19937 random_;
  bool with_unnamed_;
  std::vector<RandomRecord> records_;
};

// Runs the C compiler on `source` into `output` with these further options; fails the test when it does.
void compile_c(const std::string& source, const std::string& output, const std::string& options);

}  // namespace elle::core
