// In C's order: names before bodies, of a record what it holds before itself. The compiler is made to check each size:
// where it lays a struct out otherwise than we did, the text must not compile.
#include "lang/bridge/names/script_definitions.h"

#include <algorithm>

#include "core/types/record_definition.h"
#include "core/types/type_table.h"

#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/header_types.h"
#include "lang/bridge/types/script_types.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

using core::TypeId;
using core::TypeKind;
using Words = std::set<std::string, std::less<>>;

class Definitions {
 public:
  explicit Definitions(BridgeContext& bridge) : bridge_(bridge) {}

  core::Result<core::Done> add_named(const Words& words) {
    for (const auto& [name, type] : bridge_.script_types.all())
      if (words.contains(c_spelling(name)) || names_constant(type, words)) TRY(add(type));
    return core::Done{};
  }

  // Names first, so that a struct may point to one that comes after it.
  std::string text() const { return names_ + bodies_; }

 private:
  bool names_constant(TypeId type, const Words& words) const {
    if (bridge_.types.kind_of(type) != TypeKind::kEnum) return false;
    const auto& constants = bridge_.types.enumeration(type).constants;
    return std::any_of(constants.begin(), constants.end(),
                       [&](const core::EnumConstant& constant) { return words.contains(c_spelling(constant.name)); });
  }

  // A type, and what it is made of. What a pointer leads to is named only, unless the text names it as well.
  core::Result<core::Done> add(TypeId type) {
    const core::TypeTable& types = bridge_.types;
    switch (types.kind_of(type)) {
      case TypeKind::kPointer:
      case TypeKind::kArray:
      case TypeKind::kVector:
        return add(types.element_of(type));
      case TypeKind::kFunction: {
        for (TypeId parameter : types.function_type(type).parameters) TRY(add(parameter));
        return add(types.function_type(type).result);
      }
      case TypeKind::kRecord:
        return is_own(type, types.record(type).tag) ? add_record(types.resolve(type)) : core::Done{};
      case TypeKind::kEnum:
        return is_own(type, types.enumeration(type).tag) ? add_enum(types.resolve(type)) : core::Done{};
      default:
        return core::Done{};
    }
  }

  // Defined by the script, and by no header, whose definition would stand in the text as well.
  bool is_own(TypeId type, const std::string& tag) {
    const auto own = bridge_.script_types.all().find(tag);
    if (own == bridge_.script_types.all().end() || bridge_.types.resolve(own->second) != bridge_.types.resolve(type))
      return false;
    auto declared = find_header_type(bridge_, tag, core::Kinds(core::DeclarationKind::kTypedef) | core::kTags);
    return declared.ok() && !declared.value() && added_.insert(type).second;
  }

  core::Result<core::Done> add_record(TypeId type) {
    const core::RecordType* record = TRY(bridge_.types.complete_record(type));
    const char* keyword = record->kind == core::RecordKind::kUnion ? "union" : "struct";
    const std::string name = c_spelling(record->tag);
    names_ += fmt::format("typedef {} {} {};\n", keyword, name, name);
    for (const core::Field& field : record->layout.fields) TRY(add(field.type));
    const std::string definition = TRY(core::record_definition(
        bridge_.types, type, record->tag, [&](TypeId member, const std::string& field) -> core::Result<std::string> {
          return bridge_.types.text(member, field);
        }));
    bodies_ += fmt::format("{};\n_Static_assert(sizeof({} {}) == {}, \"{}\");\n", c_spelling(definition), keyword, name,
                           record->layout.size, name);
    return core::Done{};
  }

  core::Result<core::Done> add_enum(TypeId type) {
    const core::EnumType* parts = TRY(bridge_.types.complete_enum(type));
    std::string constants;
    for (const core::EnumConstant& constant : parts->constants) {
      const bool is_signed = bridge_.types.is_signed(type);
      constants += is_signed
                       ? fmt::format("{} = {},\n", c_spelling(constant.name), static_cast<int64_t>(constant.value))
                       : fmt::format("{} = {}u,\n", c_spelling(constant.name), constant.value);
    }
    const std::string name = c_spelling(parts->tag);
    names_ += fmt::format("typedef enum {} {{\n{}}} {};\n", name, constants, name);
    return core::Done{};
  }

  BridgeContext& bridge_;
  std::set<TypeId> added_;
  std::string names_;
  std::string bodies_;
};

}  // namespace

std::string c_spelling(std::string text) {
  std::replace(text.begin(), text.end(), '-', '_');
  return text;
}

Result<std::string> script_definitions(BridgeContext& bridge, const std::set<std::string, std::less<>>& words) {
  Definitions definitions(bridge);
  TRY(bridge.runtime.lift(definitions.add_named(words)));
  return definitions.text();
}

}  // namespace elle::lang
