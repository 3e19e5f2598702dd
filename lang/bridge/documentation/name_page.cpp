// Each put_ function writes one thing, or nothing when there is nothing to say, and knows of no other. No code of a
// library runs for it: people ask for the documentation of what they have not dared to call.
#include "lang/bridge/documentation/name_page.h"

#include "core/base/text.h"
#include "core/types/type_table.h"

#include "lang/bridge/documentation/declaration_text.h"
#include "lang/bridge/documentation/document_text.h"
#include "lang/bridge/documentation/enum_text.h"
#include "lang/bridge/documentation/manual_text.h"
#include "lang/bridge/documentation/opaque_uses.h"
#include "lang/bridge/documentation/record_text.h"
#include "lang/bridge/documentation/usage_text.h"
#include "lang/bridge/names/name_values.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/prototype.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::format::TypeKind;

std::string NamePage::text() {
  put_head();
  put_value();
  put_text();
  if (declaration_.kind() == DeclarationKind::kFunction) put_manual(page_, declaration_.name());
  page_.gap();
  put_usage();
  put_state();
  return page_.take();
}

void NamePage::put_head() {
  switch (declaration_.kind()) {
    case DeclarationKind::kFunction:
      return put_function();
    case DeclarationKind::kMacro:
      return put_macro();
    case DeclarationKind::kTypedef:
      return put_typedef();
    case DeclarationKind::kRecord:
    case DeclarationKind::kEnum:
      return put_parts_of(declaration_.type());
    case DeclarationKind::kEnumConstant:
      return put_constant();
    default:
      return put_variable();
  }
}

void NamePage::put_function() {
  auto type = library_.types->function(declaration_);
  if (!type.ok()) return page_.line(declaration_.name());
  put_prototype(page_, bridge_.types, declaration_.name(), type.value(), parameter_names(declaration_));
}

void NamePage::put_macro() {
  std::string text = "#define " + page_.paint()(Role::kName, declaration_.name());
  for (uint32_t i = 0; i < declaration_.macro_parameter_count(); i++)
    text.append(i ? ", " : "(").append(declaration_.macro_parameter(i));
  if (declaration_.macro_value() == core::MacroValue::kFunctionLike)
    text += declaration_.macro_parameter_count() ? ")" : "()";
  if (!declaration_.macro_body().empty()) text.append(" ").append(declaration_.macro_body());
  page_.line(text);
}

// "typedef unsigned int uInt". What has no tag has its members below, as C writes them between braces.
void NamePage::put_step(core::TypeId type, std::string_view name) {
  std::string text = painted_declaration(page_.paint(), bridge_.types, type, name, Role::kName);
  constexpr std::string_view kUntagged = "<anonymous>";
  if (const size_t at = text.find(kUntagged); at != text.npos) text.replace(at, kUntagged.size(), "{…}");
  page_.line(page_.paint()(Role::kType, "typedef ") + text);
}

// What it names, step by step, and what that has in it.
void NamePage::put_typedef() {
  const core::DeclarationsFile& file = declaration_.file();
  Declaration step = declaration_;
  for (;;) {
    auto type = library_.types->load(step.type());
    if (!type.ok()) break;
    put_step(type.value(), step.name());
    const core::format::TypeRow& row = file.type_row(step.type());
    if (row.kind != TypeKind::kTypedef) break;
    step = file.alias(static_cast<uint32_t>(row.b));
  }
  put_parts_of(step.type());
}

void NamePage::put_parts_of(core::FileType type) {
  const core::format::TypeRow& row = declaration_.file().type_row(type);
  if (row.kind == TypeKind::kEnum)
    return put_enum(page_, declaration_.file().enumeration(row.a), found_.document.parts);
  auto loaded = library_.types->load(type);
  if (!loaded.ok()) return;
  if (row.kind != TypeKind::kRecord) {
    auto size = bridge_.types.extent_of(loaded.value());
    if (size.ok()) page_.line(fmt::format("{} byte{}", size.value().size, size.value().size == 1 ? "" : "s"));
    return;
  }
  const Declaration record = declaration_.file().record(row.a);
  put_record(page_, bridge_, loaded.value(), &record, found_.document.parts);
  if (record.opaque()) put_opaque_uses(page_, record);
}

void NamePage::put_constant() {
  page_.line(constant_text(page_.paint(), declaration_));
  const Declaration owner = declaration_.constant_owner();
  if (!owner.name().empty())
    page_.line(fmt::format("A constant of {}{}.", owner.untagged() ? "" : "enum ", owner.name()));
}

void NamePage::put_variable() {
  auto type = library_.types->load(declaration_.type());
  if (!type.ok()) return page_.line(declaration_.name());
  page_.line(painted_declaration(page_.paint(), bridge_.types, type.value(), declaration_.name(), Role::kName));
}

// To ask for a value that only the running program has would run something.
void NamePage::put_value() {
  const DeclarationKind kind = declaration_.kind();
  const bool runs = kind == DeclarationKind::kMacro && declaration_.macro_value() == core::MacroValue::kExpression;
  if ((kind != DeclarationKind::kMacro && kind != DeclarationKind::kVariable) || runs) return;
  Result<Value> value = bridge_.name_values.known_value(library_, declaration_);
  const bool known = value.ok() && (value.value().is_number() || value.value().is(Tag::kString));
  if (known) page_.line(fmt::format("Its value is {}.", print_short(bridge_.runtime.views, value.value(), 400)));
}

void NamePage::put_text() {
  const DeclarationKind kind = declaration_.kind();
  // What is said of members and constants stands beside them.
  const bool called = kind == DeclarationKind::kFunction || kind == DeclarationKind::kMacro;
  const bool callback = found_.gir && found_.gir->kind == "callback";
  page_.gap();
  put_document(page_, found_.document, called || callback ? "Parameters" : "");
  if (found_.gir) put_class(page_, *found_.gir);
}

void NamePage::put_usage() {
  const DeclarationKind kind = declaration_.kind();
  if (kind != DeclarationKind::kFunction && kind != DeclarationKind::kMacro) return;
  if (kind == DeclarationKind::kMacro && declaration_.macro_value() != core::MacroValue::kFunctionLike) return;
  page_.words(usage_text(bridge_, library_, declaration_));
}

void NamePage::put_state() {
  if (const std::string reason = bridge_.absent_names.reason_against(library_, declaration_); !reason.empty())
    page_.words(fmt::format("It cannot be used: {}.", reason));
  if (declaration_.deprecated() && found_.document.deprecated.empty())
    page_.words(declaration_.deprecated_text().empty()
                    ? "Deprecated."
                    : fmt::format("Deprecated: {}.", declaration_.deprecated_text()));
  const core::Place place = declaration_.place();
  if (place.file.empty()) return;
  std::string text = "Declared at " + place.text();
  if (const std::string from = exporter_of(bridge_, library_, declaration_); !from.empty()) text += ", from " + from;
  page_.line(page_.paint()(Role::kDim, text + "."));
  if (header_changed(declaration_.file(), place.file)) page_.words("The header has changed since it was read.");
}

}  // namespace elle::lang
