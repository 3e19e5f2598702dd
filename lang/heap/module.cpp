// A cell that a module has once made stays: compiled code holds it.
#include "lang/heap/module.h"

#include "lang/heap/heap.h"

namespace elle::lang {

Cell* Module::cell(Heap& heap, Symbol* name_symbol) {
  if (Cell* const known = find(name_symbol)) return known;
  // Made before it is entered: there may be no memory for it.
  return cells[name_symbol] = heap.cell(name_symbol, this);
}

}  // namespace elle::lang
