// The lists of type_kind.h as tables, and the standard typedefs that need no header.
#include "core/types/type_kind.h"

#include <array>
#include <utility>

namespace elle::core {

std::string_view scalar_spelling(TypeKind kind) {
  static constexpr std::string_view kSpellings[] = {
#define X(kind, spelling, scalar_class) spelling,
      ELLE_SCALAR_KINDS(X)
#undef X
  };
  return kSpellings[static_cast<size_t>(kind)];
}

ScalarClass scalar_class(TypeKind kind) {
  static constexpr ScalarClass kClasses[] = {
#define X(kind, spelling, scalar_class) ScalarClass::scalar_class,
      ELLE_SCALAR_KINDS(X)
#undef X
  };
  return kClasses[static_cast<size_t>(kind)];
}

TypeKind standard_scalar(std::string_view name) {
  static constexpr std::pair<std::string_view, TypeKind> kNames[] = {
      {"int8_t", TypeKind::kSignedChar},   {"uint8_t", TypeKind::kUnsignedChar},
      {"int16_t", TypeKind::kShort},       {"uint16_t", TypeKind::kUnsignedShort},
      {"int32_t", TypeKind::kInt},         {"uint32_t", TypeKind::kUnsignedInt},
      {"int64_t", TypeKind::kLong},        {"uint64_t", TypeKind::kUnsignedLong},
      {"intptr_t", TypeKind::kLong},       {"uintptr_t", TypeKind::kUnsignedLong},
      {"intmax_t", TypeKind::kLong},       {"uintmax_t", TypeKind::kUnsignedLong},
      {"size_t", TypeKind::kUnsignedLong}, {"ssize_t", TypeKind::kLong},
      {"ptrdiff_t", TypeKind::kLong},      {"off_t", TypeKind::kLong},
      {"time_t", TypeKind::kLong},         {"wchar_t", TypeKind::kWideChar},
      {"char16_t", TypeKind::kChar16},     {"char32_t", TypeKind::kChar32},
      {"wint_t", TypeKind::kUnsignedInt},
  };
  for (const auto& [known, kind] : kNames) {
    if (known == name) return kind;
  }
  return TypeKind::kVoid;
}

}  // namespace elle::core
