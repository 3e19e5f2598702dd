// C types written as type expressions that need no header: `int` is :int, `const char *` :string, a callback
// (:function :int (:pointer)). The way back is type_from.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/types/type.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;

class TypeExpressions {
 public:
  explicit TypeExpressions(BridgeContext& bridge) : bridge_(bridge) {}

  // From here on the record can be written by its name.
  void define(core::TypeId record, std::string_view name) { names_[record] = name; }

  // Nothing for a type that no expression means, such as a vector of SSE. A pointer to a record without a name here is
  // :pointer, and such a record itself is written out in place.
  std::optional<Value> of(core::TypeId type);

  // The fields of a record as define-c-struct takes them; nothing when they would not lie where the header puts them.
  std::optional<Value> fields(core::TypeId record);

 private:
  std::optional<Value> pointer_to(core::TypeId pointee);
  std::optional<Value> array_of(const core::Type& array);
  std::optional<Value> function(core::TypeId function);
  std::optional<Value> record(core::TypeId record);
  std::optional<Value> field(const core::Field& field, bool packed);

  BridgeContext& bridge_;
  std::map<core::TypeId, std::string> names_;
};

}  // namespace elle::lang
