// libclang's types to rows of the declarations file. A type is looked at once: libclang gives equal types equal
// pointers. Records, enums and typedefs met on the way are numbered at once and described later, so that a type row
// only ever refers to rows before it.
#pragma once

#include <clang-c/Index.h>
#include <deque>
#include <unordered_map>
#include <vector>

#include "core/declarations/declarations_builder.h"

namespace elle::core::headers {

// A record, enum or typedef that has been numbered and waits to be described.
struct PendingDeclaration {
  format::DeclarationKind kind;
  uint32_t number;
  CXCursor cursor;
};

class TypeCollector {
 public:
  explicit TypeCollector(DeclarationsBuilder& builder) : builder_(builder) { known_.reserve(kExpectedTypes); }

  format::TypeRef type(CXType type);
  // The number of the record, enum or typedef a cursor declares.
  uint32_t number(format::DeclarationKind kind, CXCursor declaration);

  // What has been numbered and not yet been taken from here.
  std::deque<PendingDeclaration>& pending() { return pending_; }

  // Why a type cannot be used by value anywhere ("`_BitInt(7)` is not supported"), or "".
  std::string unsupported(format::TypeRef type) const;

 private:
  format::TypeRef make(CXType type);
  format::TypeRef make_unqualified(CXType type);
  format::TypeRef make_function(CXType type);
  format::TypeRef make_typedef(CXType type);
  format::TypeRef make_unsupported(CXType type);
  // What a parameter of this type is in a function's type: arrays and functions become pointers (C17 6.7.6.3).
  format::TypeRef adjusted(format::TypeRef type);
  format::TypeRef derived(format::TypeKind kind, format::TypeRef a, uint64_t b = 0) {
    return builder_.type({kind, 0, 0, a, b});
  }

  static constexpr size_t kExpectedTypes = 1 << 14;  // gtk.h has twice as many; growing the table in steps is slow

  struct Key {
    const void* type;
    CXTypeKind kind;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const {
      return reinterpret_cast<uintptr_t>(key.type) * 0x9e3779b97f4a7c15 >> 7 ^ static_cast<size_t>(key.kind);
    }
  };

  DeclarationsBuilder& builder_;
  std::unordered_map<Key, format::TypeRef, KeyHash> known_;
  std::unordered_map<const void*, uint32_t> numbers_;  // by the canonical declaration
  std::deque<PendingDeclaration> pending_;
};

}  // namespace elle::core::headers
