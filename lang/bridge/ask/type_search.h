// Which functions take a C type and which give one: who-takes, who-returns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/declarations/declarations_file.h"
#include "core/types/type_table.h"

namespace elle::lang {

struct BridgeContext;
struct LoadedLibrary;

enum class Direction : uint8_t { kTakes, kReturns };

// How well a type is the one that was asked for, best first.
enum class Fit : uint8_t {
  kExact,
  kSame,    // but for const and the names of typedefs
  kFamily,  // one begins with the other, as a GtkButton does with a GtkWidget
  kNone,
};

// The declared parameter, result or member that has the type.
struct TypeUse {
  LoadedLibrary* library;
  core::Declaration declaration;
  Fit fit = Fit::kNone;
  // Of a function and of a callback's type 0 for the result, else the parameter, from 1; of a record its member, from
  // 0.
  uint32_t place = 0;
};

// Each best first.
struct TypeUses {
  std::vector<TypeUse> functions;
  std::vector<TypeUse> members;    // of records
  std::vector<TypeUse> callbacks;  // typedefs of function types
};

class TypeSearch {
 public:
  // A record is asked for itself and pointed to.
  TypeSearch(BridgeContext& bridge, core::TypeId wanted, Direction direction);

  TypeUses run();

 private:
  void search(LoadedLibrary& library);
  void add_function(const core::Declaration& function);
  void add_callback(const core::Declaration& alias);
  void add_member(const core::Declaration& record);

  // Of a type of the library at hand; worked out once.
  Fit fit(core::FileType type);
  Fit compare(core::TypeId type) const;
  Fit compare_records(core::TypeId record) const;
  // `sqlite3 *` of a parameter `sqlite3 **`, which the function writes.
  Fit fit_of_what_is_written(core::FileType parameter);
  // gtk_button_new returns a GtkWidget *, and a GtkButton * by its name.
  bool made_by_name(const core::Declaration& function);

  BridgeContext& bridge_;
  const core::TypeId wanted_;
  const Direction direction_;
  core::TypeId record_ = core::kNoType;  // what it is, or points to
  std::string made_;                     // `gtkbutton`: the record as names of functions may say it
  LoadedLibrary* library_ = nullptr;     // the one at hand
  std::vector<uint8_t> fits_;            // by its types
  TypeUses uses_;
};

}  // namespace elle::lang
