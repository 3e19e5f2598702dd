// The variables of a header: read where they are mentioned, written by `set!`. dlsym gives the calling thread's address
// of a thread-local one, so an address is asked for at every mention and kept nowhere.
#include "core/types/type_table.h"

#include "lang/bridge/convert/convert.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/name_values.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/bridge/types/constness.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::MacroValue;

Result<Value> NameValues::variable_value(LoadedLibrary& library, const Declaration& declaration) {
  if (declaration.constant_kind() != MacroValue::kNotExpression)
    return constant_value(library, declaration, declaration.constant_kind());
  void* address = TRY(address_of(library, declaration));
  const core::TypeId type = TRY(bridge_.runtime.lift(library.types->load(declaration.type())));
  return read_value(bridge_, type, static_cast<std::byte*>(address), nil());
}

Result<core::Done> NameValues::assign(LoadedLibrary& library, const Declaration& declaration, std::string_view name,
                                      Value value) {
  if (declaration.kind() != DeclarationKind::kVariable)
    return bridge_.runtime.fail({ErrorKind::kType,
                                 fmt::format("`{}` is a C header's {} and cannot be assigned.", name,
                                             core::declaration_kind_name(declaration.kind())),
                                 fmt::format("Use (define {} …) to give it a new meaning in this file.", name),
                                 {{"expected", "a variable"},
                                  {"got", std::string(core::declaration_kind_name(declaration.kind()))},
                                  {"symbol", std::string(declaration.name())}}});
  const core::TypeId type = TRY(bridge_.runtime.lift(library.types->load(declaration.type())));
  const std::string what = fmt::format("The variable `{}`", declaration.name());
  if (is_const(bridge_.types, type)) return objection_failure(bridge_, what, type, const_complaint());
  auto* address = static_cast<std::byte*>(TRY(address_of(library, declaration)));
  const Objection objection = store_value(bridge_, type, address, value, nullptr);
  if (objection) return objection_failure(bridge_, what, type, *objection);
  return core::Done{};
}

}  // namespace elle::lang
