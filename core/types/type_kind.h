// The kinds of C types, as one list that feeds the enum, the target model, the spelling and the tests.
//
// Scalars carry no data of their own, so each has exactly one type. Everything else is made by TypeTable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace elle::core {

// A C type: its index in a TypeTable. It is plain, and 32 bits wide, so that it fits beside a tag in one word.
using TypeId = uint32_t;
inline constexpr TypeId kNoType = 0;

// What a scalar's bits mean. Whether a kCharacter is signed is for the target to say (TargetModel::is_signed).
enum class ScalarClass : uint8_t { kNothing, kBoolean, kCharacter, kSigned, kUnsigned, kFloating, kComplex };

constexpr bool is_integer(ScalarClass meaning) {
  return meaning >= ScalarClass::kBoolean && meaning <= ScalarClass::kUnsigned;
}

// kind, C spelling, class
#define ELLE_SCALAR_KINDS(X)                            \
  X(kVoid, "void", kNothing)                            \
  X(kBool, "bool", kBoolean)                            \
  X(kChar, "char", kCharacter)                          \
  X(kSignedChar, "signed char", kSigned)                \
  X(kUnsignedChar, "unsigned char", kUnsigned)          \
  X(kShort, "short", kSigned)                           \
  X(kUnsignedShort, "unsigned short", kUnsigned)        \
  X(kInt, "int", kSigned)                               \
  X(kUnsignedInt, "unsigned int", kUnsigned)            \
  X(kLong, "long", kSigned)                             \
  X(kUnsignedLong, "unsigned long", kUnsigned)          \
  X(kLongLong, "long long", kSigned)                    \
  X(kUnsignedLongLong, "unsigned long long", kUnsigned) \
  X(kInt128, "__int128", kSigned)                       \
  X(kUnsignedInt128, "unsigned __int128", kUnsigned)    \
  X(kWideChar, "wchar_t", kCharacter)                   \
  X(kChar16, "char16_t", kUnsigned)                     \
  X(kChar32, "char32_t", kUnsigned)                     \
  X(kFloat, "float", kFloating)                         \
  X(kDouble, "double", kFloating)                       \
  X(kLongDouble, "long double", kFloating)              \
  X(kFloat128, "_Float128", kFloating)                  \
  X(kComplexFloat, "float _Complex", kComplex)          \
  X(kComplexDouble, "double _Complex", kComplex)        \
  X(kComplexLongDouble, "long double _Complex", kComplex)

#define ELLE_DERIVED_KINDS(X) \
  X(kPointer)                 \
  X(kArray)                   \
  X(kVector)                  \
  X(kRecord)                  \
  X(kEnum)                    \
  X(kFunction)                \
  X(kTypedef)                 \
  X(kQualified)

enum class TypeKind : uint8_t {
#define X(kind, spelling, scalar_class) kind,
  ELLE_SCALAR_KINDS(X)
#undef X
#define X(kind) kind,
      ELLE_DERIVED_KINDS(X)
#undef X
};

inline constexpr size_t kScalarCount = static_cast<size_t>(TypeKind::kPointer);

constexpr bool is_scalar(TypeKind kind) { return static_cast<size_t>(kind) < kScalarCount; }

// Every table holds its scalars at the same places, so their ids are constants: type_of(TypeKind::kInt).
// REQUIRES: is_scalar(kind).
constexpr TypeId type_of(TypeKind kind) { return static_cast<TypeId>(kind) + 1; }

// REQUIRES: is_scalar(kind).
std::string_view scalar_spelling(TypeKind kind);
ScalarClass scalar_class(TypeKind kind);

// The scalar a name of <stddef.h>, <stdint.h> or <sys/types.h> stands for on every LP64 target ("size_t", "int32_t");
// kVoid for a name that is none of them. They are typedefs in C and stay typedefs here: TypeTable::typedef_named.
TypeKind standard_scalar(std::string_view name);

}  // namespace elle::core
