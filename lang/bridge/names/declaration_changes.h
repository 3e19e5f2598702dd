// What two readings of a header differ in, as people want to know it.
#pragma once

#include <string>
#include <vector>

namespace elle::lang {

struct BridgeContext;
struct LoadedLibrary;

struct DeclarationChanges {
  // What happened to a declaration, in a word, and which: {"changed", "int add(int a) → long add(long a)"}.
  struct Change {
    std::string what;
    std::string which;
  };
  std::vector<Change> changes;
  // Whether values that were made before are of another layout now, and functions of another prototype.
  bool layouts = false;
  bool prototypes = false;
};

// The new records of another layout are completed, so that nobody takes an old one for them.
DeclarationChanges declaration_changes(BridgeContext& bridge, LoadedLibrary& before, LoadedLibrary& after);

}  // namespace elle::lang
