// Types as DWARF describes them, to rows of a declarations file. Each compilation unit has its own copy of a header's
// types: those of one name from one place become one. Records and enums met on the way are numbered at once and
// described later, so that a type row only ever refers to rows before it.
#pragma once

#include <deque>
#include <string>
#include <unordered_map>

#include "core/debug_info/die.h"
#include "core/debug_info/source_places.h"
#include "core/declarations/declarations_builder.h"

namespace elle::core::debug_info {

// A record or enum that has been numbered and waits to be described.
struct PendingType {
  format::DeclarationKind kind;
  uint32_t number;
  Die die;
};

class TypeReader {
 public:
  TypeReader(DeclarationsBuilder& builder, SourcePlaces& places) : builder_(builder), places_(places) {}

  // The type an entry says it has (DW_AT_type); void when it says nothing.
  format::TypeRef type_of(Die die);
  // The type an entry is.
  format::TypeRef type(Die die);
  // That of a function or of a function type: its result, its parameters, and whether they end in `...`.
  format::TypeRef function_type(Die die);

  // What has been numbered and not yet been taken from here.
  std::deque<PendingType>& pending() { return pending_; }

 private:
  format::TypeRef make(Die die);
  format::TypeRef make_base(Die die);
  format::TypeRef make_array(Die die);
  format::TypeRef make_vector(format::TypeRef element, Die array);
  format::TypeRef make_typedef(Die die);
  void lend_name(format::StringRef name, format::TypeRef type);
  format::TypeRef make_qualified(Die die, uint8_t flag);
  format::TypeRef make_tagged(Die die, format::DeclarationKind kind);
  format::TypeRef make_unsupported(Die die);
  uint32_t number(Die die, format::DeclarationKind kind);
  uint32_t new_number(Die die, format::DeclarationKind kind);
  std::string definition_key(Die die, const std::string& tag);
  format::TypeRef derived(format::TypeKind kind, format::TypeRef a, uint64_t b = 0) {
    return builder_.type({kind, 0, 0, a, b});
  }

  DeclarationsBuilder& builder_;
  SourcePlaces& places_;
  std::unordered_map<const void*, format::TypeRef> known_;
  std::unordered_map<std::string, uint32_t> tags_;         // "struct foo": the first of that name
  std::unordered_map<std::string, uint32_t> definitions_;  // by definition_key()
  std::unordered_map<std::string, uint32_t> typedefs_;     // by name and what it names
  std::deque<PendingType> pending_;
};

}  // namespace elle::core::debug_info
