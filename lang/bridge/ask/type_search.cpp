// Every declaration of every header is held against one type. Each type of a file is loaded and compared once, however
// many functions use it (fits_).
#include "lang/bridge/ask/type_search.h"

#include <algorithm>
#include <set>

#include "core/declarations/folded_name.h"
#include "core/types/compatibility.h"
#include "core/types/type_table.h"

#include "lang/bridge/ask/function_name.h"
#include "lang/bridge/families/families.h"
#include "lang/bridge/library/file_types.h"
#include "lang/bridge/library/lisp_spelling.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::FileType;
using core::TypeId;
using core::TypeKind;

namespace {

constexpr uint8_t kNotAsked = 0xff;

// `GtkButton` of a struct _GtkButton, folded as names are compared.
std::string made_name(const core::TypeTable& types, TypeId wanted, TypeId record) {
  for (TypeId type = wanted; type; type = types[type].target)
    if (types[type].kind == TypeKind::kTypedef) return core::folded_name(types.typedef_name(type));
  return core::folded_name(types.record(record).tag);
}

bool has_name(const core::TypeTable& types, TypeId type, std::string_view name) {
  for (; type; type = types[type].target) {
    if (types[type].kind == TypeKind::kTypedef && types.typedef_name(type) == name) return true;
    if (types[type].kind != TypeKind::kTypedef && types[type].kind != TypeKind::kQualified) return false;
  }
  return false;
}

}  // namespace

TypeSearch::TypeSearch(BridgeContext& bridge, TypeId wanted, Direction direction)
    : bridge_(bridge), wanted_(wanted), direction_(direction) {
  const core::TypeTable& types = bridge.types;
  const TypeId target = types.kind_of(wanted) == TypeKind::kPointer ? types.element_of(wanted) : wanted;
  if (types.kind_of(target) != TypeKind::kRecord) return;
  record_ = types.resolve(target);
  made_ = made_name(types, wanted, record_);
}

Fit TypeSearch::compare_records(TypeId record) const {
  if (core::compatible(bridge_.types, record_, record)) return Fit::kSame;
  // Who takes a base takes this; who gives what begins with this gives this.
  const bool kin = direction_ == Direction::kTakes ? bridge_.families.begins_with(record_, record)
                                                   : bridge_.families.begins_with(record, record_);
  return kin ? Fit::kFamily : Fit::kNone;
}

Fit TypeSearch::compare(TypeId type) const {
  const core::TypeTable& types = bridge_.types;
  if (type == wanted_) return Fit::kExact;
  const TypeKind kind = types.kind_of(type);
  if (record_) {
    if (kind == TypeKind::kRecord && types.kind_of(wanted_) == TypeKind::kRecord) return compare_records(type);
    const TypeId element = kind == TypeKind::kPointer ? types.element_of(type) : core::kNoType;
    return element && types.kind_of(element) == TypeKind::kRecord ? compare_records(element) : Fit::kNone;
  }
  // Every other typedef is a kind of its own: who asks for GType means no other unsigned long.
  const TypeKind wanted = types.kind_of(wanted_);
  if (const std::string_view name = types.typedef_name(wanted_); !name.empty() && wanted != TypeKind::kEnum)
    return has_name(types, type, name) ? Fit::kSame : Fit::kNone;
  return kind == wanted && core::compatible(types, wanted_, type) ? Fit::kSame : Fit::kNone;
}

Fit TypeSearch::fit(FileType type) {
  if (type.index >= fits_.size()) return Fit::kNone;
  uint8_t& known = fits_[type.index];
  if (known == kNotAsked) {
    auto loaded = library_->types->load(type);
    known = static_cast<uint8_t>(loaded.ok() ? compare(loaded.value()) : Fit::kNone);
  }
  return static_cast<Fit>(known);
}

Fit TypeSearch::fit_of_what_is_written(FileType parameter) {
  const std::optional<FileType> written = written_through(*library_->file, parameter);
  return written ? fit(*written) : Fit::kNone;
}

bool TypeSearch::made_by_name(const Declaration& function) {
  if (made_.empty() || bare_type(*library_->file, function.result()).kind != core::format::TypeKind::kPointer)
    return false;
  return core::folded_name(made_thing(lisp_spelling(function.name()))) == made_;
}

void TypeSearch::add_function(const Declaration& function) {
  const auto& type = bare_type(*library_->file, function.type());
  TypeUse use{library_, function};
  if (direction_ == Direction::kReturns) {
    use.fit = fit(FileType{type.a});
    if (use.fit > Fit::kSame && made_by_name(function)) use.fit = Fit::kSame;
  }
  const bool ends = direction_ == Direction::kReturns && only_ends(*library_->file, type);
  for (uint32_t i = 0; i < parameter_count(type) && !ends; i++) {
    const FileType parameter = library_->file->parameter_type(type, i);
    const Fit found = direction_ == Direction::kTakes ? fit(parameter) : fit_of_what_is_written(parameter);
    if (found < use.fit) use = {library_, function, found, i + 1};
  }
  if (use.fit != Fit::kNone) uses_.functions.push_back(use);
}

void TypeSearch::add_callback(const Declaration& alias) {
  const core::DeclarationsFile& file = *library_->file;
  const auto* type = &bare_type(file, alias.type());
  if (type->kind == core::format::TypeKind::kPointer) type = &bare_type(file, FileType{type->a});
  if (type->kind != core::format::TypeKind::kFunction) return;
  TypeUse use{library_, alias};
  if (direction_ == Direction::kReturns) use.fit = fit(FileType{type->a});
  for (uint32_t i = 0; direction_ == Direction::kTakes && i < parameter_count(*type); i++)
    if (const Fit found = fit(file.parameter_type(*type, i)); found < use.fit) use = {library_, alias, found, i + 1};
  if (use.fit <= Fit::kSame) uses_.callbacks.push_back(use);
}

void TypeSearch::add_member(const Declaration& record) {
  if (record.name().empty()) return;
  for (uint32_t i = 0; i < record.field_count(); i++)
    if (const Fit found = fit(record.field(i).type); found <= Fit::kSame)
      uses_.members.push_back({library_, record, found, i});
}

void TypeSearch::search(LoadedLibrary& library) {
  library_ = &library;
  fits_.assign(library.file->type_count(), kNotAsked);
  for (const Declaration& function : library.file->all(DeclarationKind::kFunction)) add_function(function);
  for (const Declaration& alias : library.file->all(DeclarationKind::kTypedef)) add_callback(alias);
  for (const Declaration& record : library.file->all(DeclarationKind::kRecord)) add_member(record);
}

namespace {

// Two headers may include a third: what both declare counts once.
void keep_first(std::vector<TypeUse>& uses) {
  std::set<std::pair<std::string_view, uint32_t>> seen;
  std::erase_if(uses, [&](const TypeUse& use) { return !seen.insert({use.declaration.name(), use.place}).second; });
}

// Constructors before functions that only hand something on.
Making making_of(const TypeUse& use) { return making(lisp_spelling(use.declaration.name())); }

}  // namespace

TypeUses TypeSearch::run() {
  for (LoadedLibrary& library : bridge_.libraries.loaded)
    if (library.file) search(library);
  for (auto* uses : {&uses_.functions, &uses_.members, &uses_.callbacks}) keep_first(*uses);
  std::ranges::stable_sort(uses_.functions, [&](const TypeUse& a, const TypeUse& b) {
    if (a.fit != b.fit) return a.fit < b.fit;
    if (direction_ == Direction::kTakes) return a.place < b.place;
    return std::pair(making_of(a), a.place > 0) < std::pair(making_of(b), b.place > 0);
  });
  std::ranges::stable_sort(uses_.members, {}, &TypeUse::fit);
  std::ranges::stable_sort(uses_.callbacks, {}, &TypeUse::fit);
  return std::move(uses_);
}

}  // namespace elle::lang
