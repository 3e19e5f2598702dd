// Completion looks at each of tens of thousands of names at a keystroke. So most are refused by their letters alone
// (NameIndex), and how well a type fits is worked out once for each type of a file, never for each name.
#include "lang/bridge/ask/c_names.h"

#include "core/types/compatibility.h"
#include "core/types/type_table.h"

#include "lang/bridge/ask/c_classes.h"
#include "lang/bridge/families/families.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/library/qualified_name.h"
#include "lang/bridge/names/absent_names.h"
#include "lang/bridge/names/declaration_summary.h"
#include "lang/bridge/names/find_names.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/script_types.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::MacroValue;
using core::TypeId;
using core::TypeKind;

namespace {

std::optional<CNameKind> kind_of(const Declaration& declaration) {
  switch (declaration.kind()) {
    case DeclarationKind::kFunction:
      return CNameKind::kFunction;
    case DeclarationKind::kVariable:
      return CNameKind::kVariable;
    case DeclarationKind::kEnumConstant:
      return CNameKind::kConstant;
    case DeclarationKind::kTypedef:
      return CNameKind::kType;
    case DeclarationKind::kRecord:
    case DeclarationKind::kEnum:
      return declaration.untagged() ? CNameKind::kType : CNameKind::kTag;
    case DeclarationKind::kMacro:
      break;
    case DeclarationKind::kOther:
      return CNameKind::kVariable;
  }
  switch (declaration.macro_value()) {
    case MacroValue::kFunctionLike:
    case MacroValue::kFunctionAlias:
      return CNameKind::kMacroFunction;
    case MacroValue::kTypeAlias:
      return CNameKind::kType;
    case MacroValue::kEmpty:
      return std::nullopt;
    default:
      return CNameKind::kConstant;
  }
}

Declaration declaration_of(const LoadedLibrary& library, const CName& name) {
  return {*library.file, name.declaration};
}

}  // namespace

std::optional<CName> find_c_name(BridgeContext& bridge, std::string_view name) {
  const auto found = find_name(bridge, name);
  const auto kind = found ? kind_of(found->declaration) : std::nullopt;
  if (!kind) return std::nullopt;
  uint32_t library = 0;
  while (&bridge.libraries.loaded[library] != found->library) library++;
  const Declaration& declaration = found->declaration;
  return CName{declaration.name(), *kind, declaration.deprecated(), library, declaration.index()};
}

uint32_t letter_set(std::string_view text) {
  constexpr uint32_t kDigit = 1u << 26, kOther = 1u << 27;
  uint32_t set = 0;
  for (char c : text) {
    const auto small = static_cast<unsigned char>(c | 0x20);
    if (small >= 'a' && small <= 'z')
      set |= 1u << (small - 'a');
    else if (c >= '0' && c <= '9')
      set |= kDigit;
    else if (c != '_' && c != '-' && c != '/')
      set |= kOther;
  }
  return set;
}

const std::vector<NameIndex::Row>& NameIndex::rows(const std::shared_ptr<const core::DeclarationsFile>& file) {
  const auto [found, fresh] = rows_.try_emplace(file);
  if (!fresh) return found->second;
  for (const Declaration& declaration : file->all())
    if (const std::string_view name = declaration.name(); !name.empty() && !declaration.predefined())
      found->second.push_back({letter_set(name), declaration.index()});
  found->second.shrink_to_fit();
  return found->second;
}

void each_c_name(BridgeContext& bridge, std::string_view prefix, uint32_t letters,
                 const std::function<void(const CName&)>& visit) {
  for (uint32_t i = 0; i < bridge.libraries.loaded.size(); i++) {
    const LoadedLibrary& library = bridge.libraries.loaded[i];
    if (!library.file || !(prefix.empty() || prefix == "c" || prefix == library.name)) continue;
    for (const NameIndex::Row& row : bridge.name_index.rows(library.file)) {
      if ((row.letters & letters) != letters) continue;
      const Declaration declaration(*library.file, row.declaration);
      if (const auto kind = kind_of(declaration))
        visit({declaration.name(), *kind, declaration.deprecated(), i, row.declaration});
    }
  }
}

std::vector<std::string_view> c_prefixes(BridgeContext& bridge) {
  std::vector<std::string_view> prefixes;
  for (const LoadedLibrary& library : bridge.libraries.loaded)
    if (library.file && !library.name.empty()) prefixes.push_back(library.name);
  if (!bridge.libraries.loaded.empty()) prefixes.push_back("c");
  return prefixes;
}

void each_script_type(BridgeContext& bridge, const std::function<void(std::string_view)>& visit) {
  for (const auto& [name, type] : bridge.script_types.all()) visit(name);
}

std::string about_c_name(BridgeContext& bridge, const CName& name) {
  LoadedLibrary& library = bridge.libraries.loaded[name.library];
  return (name.deprecated ? "deprecated; " : "") + declaration_summary(bridge, library, declaration_of(library, name));
}

std::string reason_against(BridgeContext& bridge, const CName& name) {
  const LoadedLibrary& library = bridge.libraries.loaded[name.library];
  return bridge.absent_names.reason_against(library, declaration_of(library, name));
}

void each_left_out_name(BridgeContext& bridge, const std::function<void(std::string_view, std::string)>& visit) {
  for (const LoadedLibrary& library : bridge.libraries.loaded)
    for (const core::LeftOut& left_out : bridge.absent_names.left_out(library)) visit(left_out.name, left_out.reason());
}

TypeFit::TypeFit(BridgeContext& bridge, CTypeId wanted) : bridge_(bridge), wanted_(wanted) {
  if (!wanted) return;
  const auto& types = bridge.types;
  const TypeKind kind = types.kind_of(wanted);
  wants_function_ = types.function_of(wanted) != core::kNoType;
  if (kind == TypeKind::kPointer && !wants_function_) {
    const TypeKind element = types.kind_of(types.element_of(wanted));
    wants_text_ = element == TypeKind::kChar;
    tells_names_apart_ = !wants_text_ && element != TypeKind::kVoid;
  }
  tells_names_apart_ |= kind == TypeKind::kEnum || kind == TypeKind::kRecord;
  wants_number_ = kind != TypeKind::kPointer && core::is_scalar(types.scalar_kind(wanted));
}

int TypeFit::work_out(CTypeId given) {
  const auto& types = bridge_.types;
  const TypeId wanted = types.resolve(wanted_);
  if (types.kind_of(wanted) == TypeKind::kEnum) return types.resolve(given) == wanted ? 3 : 0;
  const auto record = [&](TypeId type) {
    return types.kind_of(type) == TypeKind::kPointer ? types.element_of(type) : type;
  };
  const TypeId to = record(wanted), from = record(given);
  if (types.kind_of(from) == TypeKind::kVoid || types.kind_of(given) == TypeKind::kVoid) return 0;
  if (core::compatible(types, to, from)) return 3;
  return bridge_.families.may_stand_for(to, from) || may_be_hidden_class(bridge_, to, from) ? 2 : 0;
}

int TypeFit::of(CTypeId given) {
  if (!tells_names_apart_ || !given) return 0;
  if (given >= by_type_.size()) by_type_.resize(bridge_.types.size() + 1, -1);
  int8_t& known = by_type_[given];
  if (known < 0) known = static_cast<int8_t>(work_out(given));
  return known;
}

int TypeFit::of(const CName& name) {
  if (!tells_names_apart_ || name.kind == CNameKind::kType || name.kind == CNameKind::kTag ||
      name.kind == CNameKind::kMacroFunction)
    return 0;
  const LoadedLibrary& library = bridge_.libraries.loaded[name.library];
  const Declaration declaration = declaration_of(library, name);
  // C says `int` of an enum's constant; its enum says more.
  const bool of_enum = declaration.kind() == DeclarationKind::kEnumConstant;
  const core::FileType type = name.kind == CNameKind::kFunction ? declaration.result()
                              : of_enum                         ? declaration.constant_owner().type()
                                                                : declaration.type();
  if (name.library >= by_file_.size()) by_file_.resize(name.library + 1);
  auto& known = by_file_[name.library];
  if (known.empty()) known.resize(library.file->type_count(), -1);
  if (type.index >= known.size()) return 0;
  if (known[type.index] < 0) {
    const auto loaded = library.types->load(type);
    known[type.index] = static_cast<int8_t>(loaded.ok() ? of(loaded.value()) : 0);
  }
  const int fit = known[type.index];
  if (fit != 2 || name.kind != CNameKind::kFunction) return fit;
  // gtk_label_new returns a GtkWidget *, but its name says which.
  return name.text.starts_with(class_prefix(bridge_, bridge_.types.element_of(wanted_)) + "_new") ? 3 : fit;
}

}  // namespace elle::lang
