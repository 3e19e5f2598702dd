#include "lang/heap/module.h"

#include "lang/heap/heap.h"

namespace elle::lang {

Cell* Module::cell(Heap& heap, Symbol* name_symbol) {
  Cell*& cell = cells[name_symbol];
  if (!cell) cell = heap.cell(name_symbol, this);
  return cell;
}

}  // namespace elle::lang
