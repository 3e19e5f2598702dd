// Two readings of a header are compared by what people see of each declaration. Of a record that is its whole layout;
// of a comment nothing.
#include "lang/bridge/names/declaration_changes.h"

#include <fmt/format.h>
#include <map>

#include "core/types/type_table.h"

#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/declaration_summary.h"
#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;

namespace {

// A name means one thing as a tag, one as a macro, and one else.
using Names = std::map<std::pair<core::DeclarationKind, std::string_view>, Declaration>;

Names names_of(const LoadedLibrary& library) {
  Names names;
  for (const Declaration& declaration : library.file->all())
    if (!declaration.predefined() && !declaration.name().empty())
      names.emplace(std::pair(declaration.kind(), declaration.name()), declaration);
  return names;
}

// All that matters of a record, whether its summary tells it or not.
std::string layout_text(BridgeContext& bridge, const LoadedLibrary& library, const Declaration& record) {
  if (record.opaque()) return "opaque";
  std::string text = fmt::format("{} bytes:", record.size());
  for (uint32_t i = 0; i < record.field_count(); i++) {
    const core::FieldView field = record.field(i);
    auto type = library.types->load(field.type);
    text += fmt::format(" {} at {}", type.ok() ? bridge.types.text(type.value(), field.name) : std::string(field.name),
                        field.bit_offset / 8);
  }
  return text;
}

class Comparison {
 public:
  Comparison(BridgeContext& bridge, LoadedLibrary& before, LoadedLibrary& after)
      : bridge_(bridge), before_(before), after_(after) {}

  DeclarationChanges run() {
    const Names old_names = names_of(before_), new_names = names_of(after_);
    for (const auto& [name, declaration] : new_names)
      if (!old_names.contains(name)) add("added", declaration_summary_with_name(after_, declaration));
    for (const auto& [name, declaration] : old_names) {
      const auto now = new_names.find(name);
      if (now == new_names.end())
        add("removed", std::string(declaration.name()));
      else
        compare(declaration, now->second);
    }
    return std::move(found_);
  }

 private:
  void add(std::string_view what, std::string which) {
    found_.changes.push_back({std::string(what), std::move(which)});
  }

  std::string declaration_summary_with_name(LoadedLibrary& library, const Declaration& declaration) {
    const std::string summary = declaration_summary(bridge_, library, declaration);
    return declaration.kind() == DeclarationKind::kFunction ? summary
                                                            : fmt::format("{} {}", declaration.name(), summary);
  }

  void compare(const Declaration& old_one, const Declaration& new_one) {
    if (old_one.kind() == DeclarationKind::kRecord) return compare_records(old_one, new_one);
    const std::string was = declaration_summary(bridge_, before_, old_one);
    const std::string is = declaration_summary(bridge_, after_, new_one);
    const bool function = old_one.kind() == DeclarationKind::kFunction;
    if (was == is && (old_one.kind() != DeclarationKind::kMacro || old_one.macro_body() == new_one.macro_body()))
      return;
    found_.prototypes |= function;
    add("changed", function ? fmt::format("{} → {}", was, is) : fmt::format("{} {} → {}", old_one.name(), was, is));
  }

  void compare_records(const Declaration& old_one, const Declaration& new_one) {
    const std::string was = layout_text(bridge_, before_, old_one), is = layout_text(bridge_, after_, new_one);
    if (was == is) return;
    found_.layouts = true;
    for (LoadedLibrary* library : {&before_, &after_}) {
      auto type = library->types->named(library == &before_ ? old_one : new_one);
      if (type.ok()) [[maybe_unused]]
        auto completed = bridge_.types.complete_record(type.value());
    }
    add("layout", fmt::format("{} {} → {}", old_one.name(), was, is));
  }

  BridgeContext& bridge_;
  LoadedLibrary& before_;
  LoadedLibrary& after_;
  DeclarationChanges found_;
};

}  // namespace

DeclarationChanges declaration_changes(BridgeContext& bridge, LoadedLibrary& before, LoadedLibrary& after) {
  return Comparison(bridge, before, after).run();
}

}  // namespace elle::lang
