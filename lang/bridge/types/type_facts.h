// What calls and memory access ask of a C type again and again, worked out once per type.
#pragma once

#include <memory>
#include <vector>

#include "core/call/plan.h"
#include "core/types/type_table.h"

namespace elle::lang {

struct TypeFacts {
  bool scalar = false;    // read and written by value; else a record, an array, a vector, a function, or without a size
  bool boolean = false;   // a whole number that is shown as #t or #f
  bool string = false;    // a pointer to const char
  bool constant = false;  // const, or an array of what is
  core::TypeKind kind = core::TypeKind::kVoid;  // typedefs and qualifiers looked through
  core::StepKind step = core::StepKind::kVoid;  // of a scalar
  bool sized = false;                           // what has no size may have one once another header is loaded
  uint32_t align = 0;                           // bytes
  uint64_t size = 0;                            // bytes; 0 when it has none
  core::TypeId resolved = core::kNoType;        // typedefs and qualifiers looked through
  core::TypeId element = core::kNoType;         // of a pointer, an array, a vector
};

class TypeFactsCache {
 public:
  explicit TypeFactsCache(core::TypeTable& types) : types_(types) {}

  // Good until it is asked for again: a struct that is opaque today may be completed by another header.
  const TypeFacts& of(core::TypeId type) {
    if (type < facts_.size() && facts_[type]) [[likely]]
      return *facts_[type];
    return work_out(type);
  }

 private:
  const TypeFacts& work_out(core::TypeId type);

  core::TypeTable& types_;
  std::vector<std::unique_ptr<TypeFacts>> facts_;  // by type
  TypeFacts incomplete_;                           // of the type without a size that was asked for last
};

}  // namespace elle::lang
