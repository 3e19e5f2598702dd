// What headers say of a name, for `doc`.
#include "lang/bridge/bridge.h"
#include "lang/bridge/names.h"
#include "lang/bridge/prototype.h"
#include "lang/bridge/qualified_name.h"
#include "lang/print/printer.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;

namespace {

std::string function_text(Bridge& bridge, const LoadedLibrary& library, const Declaration& function) {
  auto type = library.types->function(function);
  if (!type.ok()) return fmt::format("{}\n", function.name());
  std::vector<std::string> names;
  for (uint32_t i = 0; i < function.parameter_count(); i++) names.emplace_back(function.parameter(i).name);
  return prototype_text(bridge.types, function.name(), type.value(), names) + "\n";
}

// One line a field: where it lies, its declaration, its size.
std::string record_text(Bridge& bridge, core::TypeId type) {
  auto record = bridge.types.complete_record(type);
  auto size = bridge.types.size_of(type);
  if (!record.ok() || !size.ok()) return fmt::format("{}: opaque\n", bridge.types.text(type));
  std::string text =
      fmt::format("{}: {} bytes, aligned to {}\n", bridge.types.text(type), size.value(), record.value()->layout.align);
  for (const core::Field& field : record.value()->layout.fields) {
    const std::string bits = field.is_bit_field ? fmt::format(" : {}", field.bit_width) : "";
    text += fmt::format("  {:>5}  {}{}\n", field.offset(), bridge.types.text(field.type, field.name), bits);
  }
  return text;
}

std::string enum_text(const Declaration& enumeration) {
  std::string text = fmt::format("enum {}\n", enumeration.name());
  for (uint32_t i = 0; i < enumeration.constant_count(); i++)
    text += fmt::format("  {} = {}\n", enumeration.constant(i).name(), enumeration.constant(i).constant_value());
  return text;
}

std::string macro_text(const Declaration& macro) {
  std::string text = fmt::format("#define {}", macro.name());
  for (uint32_t i = 0; i < macro.macro_parameter_count(); i++)
    text += fmt::format("{}{}", i ? ", " : "(", macro.macro_parameter(i));
  if (macro.macro_value() == core::MacroValue::kFunctionLike) text += macro.macro_parameter_count() ? ")" : "()";
  return fmt::format("{} {}\n", text, macro.macro_body());
}

std::string type_text(Bridge& bridge, const LoadedLibrary& library, const Declaration& declaration) {
  if (declaration.kind() == DeclarationKind::kEnum) return enum_text(declaration);
  auto type = library.types->named(declaration);
  if (!type.ok()) return fmt::format("{}\n", declaration.name());
  if (bridge.types.kind_of(type.value()) == core::TypeKind::kRecord) return record_text(bridge, type.value());
  const core::TypeId target = bridge.types[type.value()].target;
  return fmt::format("typedef {}\n", bridge.types.text(target ? target : type.value(), declaration.name()));
}

}  // namespace

std::optional<std::string> Names::describe(std::string_view name) {
  std::optional<Found> found = find_anywhere(name);
  if (!found) {
    const auto absent = absence(name);
    return absent ? std::optional(fmt::format("{}\n{}", absent->reason,
                                              absent->next_step.empty() ? "" : absent->next_step + "\n"))
                  : std::nullopt;
  }
  const Declaration& declaration = found->declaration;
  std::string text;
  switch (declaration.kind()) {
    case DeclarationKind::kFunction:
      text = function_text(bridge_, *found->library, declaration);
      break;
    case DeclarationKind::kMacro:
      text = macro_text(declaration);
      break;
    case DeclarationKind::kTypedef:
    case DeclarationKind::kRecord:
    case DeclarationKind::kEnum:
      text = type_text(bridge_, *found->library, declaration);
      break;
    default: {
      auto type = found->library->types->load(declaration.type());
      text = type.ok() ? bridge_.types.text(type.value(), declaration.name()) + "\n"
                       : std::string(declaration.name()) + "\n";
    }
  }
  // To ask for a value that only the running program has would run something.
  const bool runs =
      declaration.kind() == DeclarationKind::kMacro && declaration.macro_value() == core::MacroValue::kExpression;
  if (declaration.kind() != DeclarationKind::kFunction && !runs) {
    Result<Value> value = value_of(*found->library, declaration);
    const bool number = value.ok() && (value.value().is_number() || value.value().is(Tag::kString));
    if (number) text += fmt::format("Its value is {}.\n", print_short(bridge_.runtime, value.value(), 400));
  }
  if (const std::string reason = absent_.reason_against(*found->library, declaration); !reason.empty())
    text += fmt::format("It cannot be used: {}.\n", reason);
  if (declaration.deprecated())
    text += declaration.deprecated_text().empty() ? "Deprecated.\n"
                                                  : fmt::format("Deprecated: {}.\n", declaration.deprecated_text());
  if (!declaration.comment().empty()) text += fmt::format("\n{}\n\n", declaration.comment());
  const core::Place place = declaration.place();
  if (!place.file.empty()) text += fmt::format("Declared at {}:{}.\n", place.file, place.line);
  return text;
}

std::optional<NameResolver::Absence> Names::absence(std::string_view full) {
  const QualifiedName qualified(full);
  for (const LoadedLibrary& library : bridge_.libraries) {
    if (!library.file || !qualified.reaches(library)) continue;
    if (const core::LeftOut* left_out = absent_.find_left_out(library, qualified.name))
      return Absence{fmt::format("`{}` is not here: it is {}.", left_out->name, left_out->reason()),
                     next_step_for(*left_out)};
  }
  return std::nullopt;
}

}  // namespace elle::lang
