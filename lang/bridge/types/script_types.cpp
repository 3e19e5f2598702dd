// Which meaning of a name goes first: the type that is being defined, which its own fields may name; a variable of the
// module that holds a type; what was last defined by the name.
#include "lang/bridge/types/script_types.h"

#include "lang/bridge/types/types.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

core::TypeId ScriptTypes::find(std::string_view name) const {
  if (defining_.second && defining_.first == name) return defining_.second;
  const Cell* cell = runtime_.current_module->find(runtime_.symbols.intern(name));
  if (cell && cell->value.is(Tag::kOpaque))
    if (auto* body = dynamic_cast<CTypeBody*>(cell->value.as<Opaque>()->body.get())) return body->id();
  auto known = types_.find(std::string(name));
  return known == types_.end() ? core::kNoType : known->second;
}

}  // namespace elle::lang
