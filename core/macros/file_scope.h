// Macros and names of a declarations file, for expanding and folding at run time: when a macro with parameters is
// called, or one is mentioned whose value only the running program has.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/declarations/type_loader.h"
#include "core/macros/macro.h"
#include "core/macros/value.h"

namespace elle::core::macros {

// Each macro is lexed when it is first asked for.
class FileMacros final : public MacroSource {
 public:
  explicit FileMacros(std::shared_ptr<const DeclarationsFile> file) : file_(std::move(file)) {}
  const Macro* find(std::string_view name) const override;

 private:
  std::shared_ptr<const DeclarationsFile> file_;
  mutable std::unordered_map<std::string_view, std::unique_ptr<const Macro>> lexed_;  // null: there is none
};

// A TypeHandle is a TypeId. `$0`, `$1`, … (no names of C's) are the arguments of the macro that is called.
class FileScope final : public Scope {
 public:
  // REQUIRES: both outlive the scope.
  FileScope(TypeTable& table, TypeLoader& types) : table_(table), types_(types) {}

  static std::string argument_name(size_t index);

  NamedValue find_name(std::string_view name) override;
  std::optional<TypeHandle> find_type(Tag tag, std::string_view name) override;
  TypeFacts facts(TypeHandle type) override;
  TypeHandle scalar(ScalarKind kind) override;
  TypeHandle pointer_to(TypeHandle pointee) override { return table_.pointer_to(pointee); }
  TypeHandle array_of(TypeHandle element, uint64_t count) override { return table_.array_of(element, count); }
  TypeHandle qualified(TypeHandle type, uint8_t flags) override { return table_.qualified(type, flags); }
  TypeHandle function(TypeHandle result, const std::vector<TypeHandle>& parameters, bool variadic) override {
    return table_.function(result, parameters, variadic);
  }

 private:
  TypeTable& table_;
  TypeLoader& types_;
};

}  // namespace elle::core::macros
