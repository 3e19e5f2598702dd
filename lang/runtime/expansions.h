// Which definitions were compiled with which macros. A macro that is defined anew changes nothing in them, so whoever
// does so is told.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "lang/value/objects.h"

namespace elle::lang {

class Marker;

class Expansions {
 public:
  // While this lives, what is expanded is part of the definition of a name; of none when it is null.
  class Definition {
   public:
    Definition(Expansions& expansions, Cell* cell);
    ~Definition() { expansions_.current_ = outer_; }
    Definition(const Definition&) = delete;
    Definition& operator=(const Definition&) = delete;

   private:
    Expansions& expansions_;
    Cell* outer_;
  };

  void used(Cell* macro);
  // The macro has a new meaning.
  void redefined(Cell* macro) { redefined_.insert(macro); }
  // "stale: f, g (expanded `when2` before it was redefined)", for each macro that was redefined since this was asked.
  std::vector<std::string> take_stale();

  void mark(Marker& marker) const;

 private:
  std::map<Cell*, std::set<Cell*>> users_;  // by macro
  std::set<Cell*> redefined_;
  Cell* current_ = nullptr;
};

}  // namespace elle::lang
