#include "core/debug_info/base_type.h"

namespace elle::core::debug_info {
namespace {

using format::TypeKind;

// One encoding with one size can be several types of C; then a word of the name tells.
struct BaseType {
  uint64_t encoding;
  uint64_t size;       // bytes
  const char* within;  // a part of its name; "" for any
  TypeKind kind;
};

// The first that fits counts.
constexpr BaseType kBaseTypes[] = {
    {DW_ATE_boolean, 1, "", TypeKind::kBool},
    {DW_ATE_signed_char, 1, "signed", TypeKind::kSignedChar},
    {DW_ATE_signed_char, 1, "", TypeKind::kChar},
    {DW_ATE_unsigned_char, 1, "unsigned", TypeKind::kUnsignedChar},
    {DW_ATE_unsigned_char, 1, "", TypeKind::kChar},
    {DW_ATE_signed, 2, "short", TypeKind::kShort},
    {DW_ATE_unsigned, 2, "short", TypeKind::kUnsignedShort},
    {DW_ATE_signed, 4, "int", TypeKind::kInt},
    {DW_ATE_unsigned, 4, "unsigned", TypeKind::kUnsignedInt},
    {DW_ATE_signed, 8, "long long", TypeKind::kLongLong},
    {DW_ATE_signed, 8, "long", TypeKind::kLong},
    // gcc calls it "long long unsigned int", clang "unsigned long long".
    {DW_ATE_unsigned, 8, "long long", TypeKind::kUnsignedLongLong},
    {DW_ATE_unsigned, 8, "long", TypeKind::kUnsignedLong},
    {DW_ATE_signed, 16, "__int128", TypeKind::kInt128},
    {DW_ATE_unsigned, 16, "__int128", TypeKind::kUnsignedInt128},
    {DW_ATE_float, 4, "float", TypeKind::kFloat},
    {DW_ATE_float, 8, "double", TypeKind::kDouble},
    {DW_ATE_float, 16, "long double", TypeKind::kLongDouble},
    {DW_ATE_float, 16, "loat128", TypeKind::kFloat128},
    {DW_ATE_complex_float, 8, "", TypeKind::kComplexFloat},
    {DW_ATE_complex_float, 16, "", TypeKind::kComplexDouble},
    {DW_ATE_complex_float, 32, "long double", TypeKind::kComplexLongDouble},
};

}  // namespace

std::optional<TypeKind> scalar_of(Die base) {
  uint64_t encoding = number_of(base, DW_AT_encoding).value_or(0), size = number_of(base, DW_AT_byte_size).value_or(0);
  std::string_view name = name_of(base);
  if (name.find("_BitInt") != std::string_view::npos) return std::nullopt;
  for (const BaseType& type : kBaseTypes)
    if (type.encoding == encoding && type.size == size && name.find(type.within) != std::string_view::npos)
      return type.kind;
  return std::nullopt;
}

}  // namespace elle::core::debug_info
