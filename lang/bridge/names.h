// The names of loaded headers as Lisp names: functions in both spellings, constants, types.
#pragma once

#include <string>
#include <vector>

#include "core/declarations/declarations_file.h"
#include "core/types/type_table.h"

#include "lang/bridge/absent_names.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

class Bridge;
struct LoadedLibrary;

class Names : public NameResolver {
 public:
  explicit Names(Bridge& bridge) : bridge_(bridge), absent_(bridge) {}

  Resolution resolve(Symbol* name) override;
  Result<bool> assign(Symbol* name, Value value) override;
  std::vector<std::string> nearest(std::string_view name, size_t limit) override;
  std::optional<std::string> describe(std::string_view name, const Screen& screen) override;
  std::optional<Absence> absence(std::string_view name) override;
  void search(NameQuery& query, std::vector<NameFinding>& findings) override;
  void tell(NameFinding& finding) override;
  std::vector<std::string> changes() override;
  Result<std::optional<std::string>> reload(std::string_view name) override;

  // The type of this name in any loaded header, the last loaded first; kNoType when there is none.
  core::Result<core::TypeId> find_type(std::string_view name, core::Kinds kinds);

  // Why a declaration has no value: "not exported by libfoo.so". Empty when it has one.
  std::string reason_against(const LoadedLibrary& library, const core::Declaration& declaration) {
    return absent_.reason_against(library, declaration);
  }

  // Names of types close to one that was not found, best first.
  std::vector<std::string> nearest_types(std::string_view name, size_t limit);

  // A declaration's value in Lisp: a function, a number, a string, a type. A failure says why there is none.
  Result<Value> value_of(LoadedLibrary& library, const core::Declaration& declaration);

  // The address of a symbol of the library, or of what the program has loaded; null when nothing has it.
  void* exported_address(const LoadedLibrary& library, std::string_view symbol);
  // The address of a variable, or a function, as a typed pointer.
  Result<Value> address_value(LoadedLibrary& library, const core::Declaration& declaration);
  // A constant text of the type C gives it: a string, or where it is cast to a pointer that is no text, that pointer.
  Result<Value> text_value(std::string_view text, core::TypeId type);

  AbsentNames& absent() { return absent_; }

  // The declaration that `name` means in `library`: exactly so called, or a function in its Lisp spelling.
  static std::optional<core::Declaration> find(const LoadedLibrary& library, std::string_view name);

  // A declaration of this name with the library it belongs to, the last loaded first. A prefix as in `c/printf` or
  // `sqlite/sqlite3_open` picks the library.
  struct Found {
    LoadedLibrary* library;
    core::Declaration declaration;
  };
  std::optional<Found> find_anywhere(std::string_view name);

 private:
  void forget_mentions();
  Result<Value> enum_constant_value(const LoadedLibrary& library, const core::Declaration& constant);
  Result<Value> function_value(LoadedLibrary& library, const core::Declaration& declaration);
  Result<Value> variable_value(LoadedLibrary& library, const core::Declaration& declaration);
  Result<core::Done> assign_variable(LoadedLibrary& library, const core::Declaration& declaration, Value value);
  // Of a macro, and of a `static const` variable: the value the header gives.
  Result<Value> constant_value(LoadedLibrary& library, const core::Declaration& declaration, core::MacroValue kind);
  Result<Value> run_time_value(LoadedLibrary& library, const core::Declaration& declaration);
  Failed no_value(const core::Declaration& declaration);
  // The address of a function or variable: in the library, in what the program has loaded, or compiled from the header.
  Result<void*> address_of(LoadedLibrary& library, const core::Declaration& declaration);
  Failed missing_symbol(const LoadedLibrary& library, const core::Declaration& declaration);

  Bridge& bridge_;
  AbsentNames absent_;
};

// How a name is written in Lisp: `SDL_CreateWindow` is `sdl-create-window`.
std::string lisp_spelling(std::string_view c_name);

}  // namespace elle::lang
