// One symbol for each name: open addressing over the names' hashes, never more than half full.
#include "lang/runtime/symbol_table.h"

#include <fmt/format.h>

#include "lang/heap/heap.h"

namespace elle::lang {

// FNV-1a.
uint32_t symbol_hash(std::string_view text) {
  uint32_t hash = 2166136261u;
  for (char c : text) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
  return hash;
}

SymbolTable::SymbolTable(Heap& heap) : heap_(heap) {
  symbols_.slots.resize(2048);
  keywords_.slots.resize(256);
}

Symbol* SymbolTable::intern(std::string_view text, Tag kind, Table& table) {
  const uint32_t hash = symbol_hash(text);
  const size_t mask = table.slots.size() - 1;
  size_t i = hash & mask;
  for (; Symbol* symbol = table.slots[i]; i = (i + 1) & mask)
    if (symbol->hash == hash && symbol->view() == text) return symbol;
  Symbol* symbol = heap_.symbol(text, hash, kind);
  table.slots[i] = symbol;
  if (++table.count * 2 > table.slots.size()) grow(table);
  return symbol;
}

void SymbolTable::grow(Table& table) {
  std::vector<Symbol*> old(table.slots.size() * 2);
  old.swap(table.slots);
  const size_t mask = table.slots.size() - 1;
  for (Symbol* symbol : old) {
    if (!symbol) continue;
    size_t i = symbol->hash & mask;
    while (table.slots[i]) i = (i + 1) & mask;
    table.slots[i] = symbol;
  }
}

Symbol* SymbolTable::gensym(std::string_view prefix) {
  std::string text = fmt::format("{}#{}", prefix, next_gensym_++);
  return heap_.symbol(text, symbol_hash(text), Tag::kSymbol);
}

void SymbolTable::mark(Marker& marker) const {
  for (const Table* table : {&symbols_, &keywords_})
    for (Symbol* symbol : table->slots) marker.mark(symbol);
}

}  // namespace elle::lang
