// What a TypeTable holds: one small node per type, and the parts of records, enums and function types beside it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/types/type_kind.h"

namespace elle::core {

class TypeTable;

using Qualifiers = uint8_t;
inline constexpr Qualifiers kConst = 1;
inline constexpr Qualifiers kVolatile = 2;

// `int a[]`, and the flexible last member of a record: it has no size of its own.
inline constexpr uint64_t kUnknownLength = ~uint64_t{0};

struct Type {
  TypeKind kind;
  Qualifiers qualifiers = 0;  // of a kQualified
  uint32_t detail = 0;        // of a kRecord, kEnum, kFunction, kTypedef: the table's own index
  TypeId target = kNoType;    // of a kPointer, kArray, kVector, kTypedef, kQualified: what it is made from
  uint64_t count = 0;         // of a kArray its length, of a kVector its lanes
};

// A member of a complete record. An anonymous struct or union member has an empty name; find_field looks through it.
// Unnamed bit-fields only shape the layout and are not kept.
struct Field {
  std::string name;
  TypeId type = kNoType;
  uint64_t bit_offset = 0;  // from the start of the record; on a little-endian target bit 0 is a byte's lowest
  uint32_t bit_width = 0;
  bool is_bit_field = false;

  // In bytes; of a bit-field, the byte its first bit is in.
  uint64_t offset() const { return bit_offset / 8; }
};

// A member as the C text gives it, before layout.
struct FieldSpec {
  std::string name;
  TypeId type = kNoType;
  bool is_bit_field = false;
  uint32_t bit_width = 0;
  uint32_t aligned = 0;  // __attribute__((aligned(n))) or _Alignas(n) in bytes, 0 for none
  bool packed = false;   // __attribute__((packed)) on this member alone
};

struct RecordAttributes {
  uint32_t pack = 0;     // #pragma pack(n) in bytes, 0 for none
  uint32_t aligned = 0;  // __attribute__((aligned(n))) on the record, 0 for none
  bool packed = false;   // __attribute__((packed)) on the record
};

// What define_record computes and define_record_with_layout is given.
struct RecordLayout {
  uint64_t size = 0;   // bytes
  uint32_t align = 1;  // bytes
  std::vector<Field> fields;
};

enum class RecordKind : uint8_t { kStruct, kUnion };

// Called on first need of a declared type's parts, at most once at a time. It calls the table's define_… for `id`, or
// leaves the type incomplete, or returns why it could not.
using Completer = std::function<Result<Done>(TypeTable& table, TypeId id)>;

struct RecordType {
  std::string tag;  // empty for an anonymous record
  RecordKind kind = RecordKind::kStruct;
  bool complete = false;
  RecordLayout layout;
  Completer completer;
};

// The value's bits; read them as signed when the underlying type is.
struct EnumConstant {
  std::string name;
  uint64_t value = 0;
};

struct EnumType {
  std::string tag;
  TypeId underlying = kNoType;
  bool complete = false;
  std::vector<EnumConstant> constants;
  Completer completer;
};

// Parameter names belong to a declaration, not to its type: `int f(int a)` and `int g(int b)` are of one type.
struct FunctionType {
  TypeId result = kNoType;
  std::vector<TypeId> parameters;
  bool variadic = false;
};

}  // namespace elle::core
