// A signature as C text of its own: no header is included and no name of the program stands in it, so that it compiles
// quickly and equal signatures have equal texts. Pointers are `void *`, typedefs are looked through, enums are the
// integers they are; records and vectors are defined.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/types/type_table.h"

namespace elle::core {

class SignatureText {
 public:
  explicit SignatureText(TypeTable& types) : types_(types) {}

  // A declaration of `name` with this type: "struct r1 a0". Parameters that are arrays or functions are pointers.
  Result<std::string> declare(TypeId type, const std::string& name);
  // What the declarations need to stand after.
  const std::string& definitions() const { return definitions_; }
  // Flags without which a C compiler passes these types in another way than their ABI says: of the largest vector.
  // Fails when this processor does not have such registers.
  Result<std::vector<std::string>> flags() const;

 private:
  Result<std::string> record_name(TypeId record);
  Result<std::string> vector_name(TypeId vector);

  TypeTable& types_;
  std::map<TypeId, std::string> names_;  // of the records and vectors that are defined
  unsigned next_name_ = 0;
  std::string definitions_;
  uint64_t largest_vector_ = 0;  // bytes
};

// As flags(), for vectors of `bytes` bytes. Each processor has its own sibling of vector_flags_x86_64.cpp.
Result<std::vector<std::string>> vector_flags(uint64_t bytes);

}  // namespace elle::core
