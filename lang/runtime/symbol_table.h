// Interned names: one Symbol per text, so that names compare by identity. Interned symbols live as long as the session.
#pragma once

#include <string_view>
#include <vector>

#include "lang/value/objects.h"

namespace elle::lang {

class Heap;
class Marker;

uint32_t symbol_hash(std::string_view text);

class SymbolTable {
 public:
  explicit SymbolTable(Heap& heap);

  Symbol* intern(std::string_view text) { return intern(text, Tag::kSymbol, symbols_); }
  Symbol* intern_keyword(std::string_view text) { return intern(text, Tag::kKeyword, keywords_); }
  // A fresh symbol that no text reads as.
  Symbol* gensym(std::string_view prefix);
  void mark(Marker& marker) const;

 private:
  struct Table {
    std::vector<Symbol*> slots;  // a power of two of them
    size_t count = 0;
  };
  Symbol* intern(std::string_view text, Tag kind, Table& table);
  static void grow(Table& table);

  Heap& heap_;
  Table symbols_, keywords_;
  uint64_t next_gensym_ = 1;
};

}  // namespace elle::lang
