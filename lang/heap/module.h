// A module: a file's own names. What it does not define it finds in the prelude, then in the loaded headers.
#pragma once

#include <string>
#include <unordered_map>

#include "lang/value/objects.h"

namespace elle::lang {

class Heap;

struct Module : Object {
  std::string name;  // "elle" for the prelude, the file's path, or "user" for the prompt
  std::unordered_map<Symbol*, Cell*> cells;
  std::unordered_map<Symbol*, Module*> aliases;  // (import "geometry.lisp" :as g) makes g/area reach in

  Cell* find(Symbol* name_symbol) const {
    auto it = cells.find(name_symbol);
    return it == cells.end() ? nullptr : it->second;
  }
  // The cell of this name in this very module, made unbound if it is new.
  Cell* cell(Heap& heap, Symbol* name_symbol);
};

}  // namespace elle::lang
