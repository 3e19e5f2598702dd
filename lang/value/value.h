// Value: the 16 bytes that every Lisp value is.
//
//   word     bits 0-7 the Tag, bits 32-63 a C type id (typed pointers, allocations, integers that came from a C enum),
//            the rest zero
//   payload  an int64_t, a uint64_t, a double, a character, a C address, or a heap object
//
// An int64_t, a uint64_t, a double and a typed C pointer fit exactly and allocate nothing. The word is written as one
// 8-byte store and a value is copied as two 8-byte moves: mixed widths stall the store buffer. The collector never
// moves an object, so an object's address is good for as long as the object is reachable.
#pragma once

#include <cstdint>
#include <cstring>
#include <type_traits>

namespace elle::lang {

// tag, name shown to people. Values up to kFalse are false, all others true. Tags from kBigInt on hold a heap object
// of the kind of the same name (kSymbol and kKeyword both hold a Symbol).
#define ELLE_TAGS(X)               \
  X(kNil, "nil")                   \
  X(kFalse, "boolean")             \
  X(kTrue, "boolean")              \
  X(kInteger, "integer")           \
  X(kNatural, "integer")           \
  X(kDouble, "double")             \
  X(kCharacter, "character")       \
  X(kPointer, "pointer")           \
  X(kUnbound, "unbound name")      \
  X(kFailure, "failure")           \
  X(kBigInt, "integer")            \
  X(kSymbol, "symbol")             \
  X(kKeyword, "keyword")           \
  X(kString, "string")             \
  X(kPair, "list")                 \
  X(kVector, "vector")             \
  X(kMap, "map")                   \
  X(kBytes, "bytes")               \
  X(kBox, "box")                   \
  X(kClosure, "function")          \
  X(kBuiltin, "function")          \
  X(kNativeFunction, "C function") \
  X(kAllocation, "C memory")       \
  X(kError, "error")               \
  X(kChunk, "chunk")               \
  X(kCell, "global variable")      \
  X(kModule, "module")             \
  X(kOpaque, "object")

enum class Tag : uint8_t {
#define X(tag, name) tag,
  ELLE_TAGS(X)
#undef X
};

const char* tag_name(Tag tag);

struct Object;
struct BigInt;
struct Symbol;
struct String;
struct Pair;
struct Vector;
struct Map;
struct Bytes;
struct Box;
struct Closure;
struct Builtin;
struct NativeFunction;
struct Allocation;
struct ErrorObject;
struct Chunk;
struct Cell;
struct Module;
struct Opaque;

// Index of a C type in the session's type table; 0 is none. The same number as core::TypeId.
using CTypeId = uint32_t;

struct Value {
  uint64_t word;
  union {
    int64_t integer;   // kInteger
    uint64_t natural;  // kNatural: only above INT64_MAX, so that every integer has one form; kCharacter: a code point
    double real;       // kDouble
    void* address;     // kPointer; never null (a C NULL is nil)
    Object* object;    // kBigInt and above
  };

  Tag tag() const { return static_cast<Tag>(static_cast<uint8_t>(word)); }
  CTypeId c_type() const { return static_cast<CTypeId>(word >> 32); }
  bool is(Tag t) const { return tag() == t; }
  bool truthy() const { return static_cast<uint8_t>(word) > static_cast<uint8_t>(Tag::kFalse); }
  bool is_nil() const { return is(Tag::kNil); }
  bool is_object() const { return static_cast<uint8_t>(word) >= static_cast<uint8_t>(Tag::kBigInt); }
  bool is_integer() const { return is(Tag::kInteger) || is(Tag::kNatural) || is(Tag::kBigInt); }
  bool is_number() const { return is_integer() || is(Tag::kDouble); }
  bool is_function() const { return is(Tag::kClosure) || is(Tag::kBuiltin) || is(Tag::kNativeFunction); }

  // The heap object as its kind. REQUIRES: the tag says so.
  template <class T>
  T* as() const {
    return reinterpret_cast<T*>(object);
  }

  // Identity (`eq?`): the same immediate of the same type, or the same object. An integer is the same whether or not it
  // came from a C enum.
  bool same(const Value& other) const {
    return natural == other.natural && (word == other.word || (is(Tag::kInteger) && other.is(Tag::kInteger)));
  }
};

// A copy as two 8-byte moves, for values that may just have been written.
inline void copy_value(Value& to, const Value& from) {
  const uint64_t word = from.word;
  const uint64_t payload = from.natural;
  to.word = word;
  to.natural = payload;
}

static_assert(sizeof(Value) == 16 && std::is_trivially_copyable_v<Value>);

inline Value make_value(Tag tag, uint64_t payload, CTypeId type = 0) {
  Value value;
  value.word = static_cast<uint64_t>(tag) | static_cast<uint64_t>(type) << 32;
  value.natural = payload;
  return value;
}

inline Value nil() { return make_value(Tag::kNil, 0); }
inline Value boolean(bool b) { return make_value(b ? Tag::kTrue : Tag::kFalse, 0); }
inline Value integer(int64_t i) { return make_value(Tag::kInteger, static_cast<uint64_t>(i)); }
// A number of a C enum: it counts as any other, and is shown by its name where people look.
inline Value enum_integer(int64_t i, CTypeId type) { return make_value(Tag::kInteger, static_cast<uint64_t>(i), type); }
// Any unsigned number in its one form.
inline Value natural(uint64_t n) { return make_value(n > INT64_MAX ? Tag::kNatural : Tag::kInteger, n); }
inline Value character(uint32_t code_point) { return make_value(Tag::kCharacter, code_point); }
inline Value real(double d) {
  Value value;
  value.word = static_cast<uint64_t>(Tag::kDouble);
  value.real = d;
  return value;
}
inline Value object_value(Tag tag, const void* object, CTypeId type = 0) {
  return make_value(tag, reinterpret_cast<uint64_t>(object), type);
}
// A C address: nil for NULL. `type` is the type of the pointer (`char *`), not of what it points to.
inline Value pointer(const void* address, CTypeId type) {
  return address ? object_value(Tag::kPointer, address, type) : nil();
}

}  // namespace elle::lang
