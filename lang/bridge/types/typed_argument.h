// (as-c "long" 5): a value whose C type the script gives, where no header does: after the fixed arguments of a variadic
// function.
#pragma once

#include "core/types/type_table.h"

#include "lang/heap/heap.h"
#include "lang/value/objects.h"

namespace elle::lang {

class TypedArgument : public OpaqueBody {
 public:
  TypedArgument(const core::TypeTable& types, core::TypeId type_id, Value v) : type(type_id), value(v), types_(types) {}
  std::string_view type_name() const override { return "typed C value"; }
  std::string describe() const override { return "#<C value of type " + types_.text(type) + ">"; }
  void trace(Marker& marker) const override { marker.mark(value); }

  const core::TypeId type;
  const Value value;

 private:
  const core::TypeTable& types_;
};

// Null when `value` is no such argument.
inline const TypedArgument* typed_argument(Value value) {
  return value.is(Tag::kOpaque) ? dynamic_cast<const TypedArgument*>(value.as<Opaque>()->body.get()) : nullptr;
}

}  // namespace elle::lang
