// C17 6.7.2p2 lists the multisets of keywords that name a type. Here such a multiset is one number, the sum of its
// keywords' units, and the list is a table of sums.
#include "core/types/c_specifiers.h"

#include <utility>

namespace elle::core {

namespace {

// Each keyword counts in four bits of its own, so that `long long` differs from `long`.
constexpr uint64_t kVoid = 1ull << 0, kBool = 1ull << 4, kChar = 1ull << 8, kShort = 1ull << 12, kInt = 1ull << 16,
                   kLong = 1ull << 20, kSigned = 1ull << 24, kUnsigned = 1ull << 28, kInt128 = 1ull << 32,
                   kFloat = 1ull << 36, kDouble = 1ull << 40, kComplex = 1ull << 44, kFloat128 = 1ull << 48;

constexpr std::pair<std::string_view, uint64_t> kKeywords[] = {
    {"void", kVoid},           {"bool", kBool},         {"_Bool", kBool},          {"char", kChar},
    {"short", kShort},         {"int", kInt},           {"long", kLong},           {"signed", kSigned},
    {"__signed__", kSigned},   {"unsigned", kUnsigned}, {"__int128", kInt128},     {"float", kFloat},
    {"double", kDouble},       {"_Complex", kComplex},  {"__complex__", kComplex}, {"_Float128", kFloat128},
    {"__float128", kFloat128},
};

// A multiset of keywords that names a scalar; `int` and `signed` may or may not stand beside some of them.
struct Sum {
  uint64_t counts;
  TypeKind kind;
  bool takes_int = false;
  bool takes_signed = false;
};

constexpr Sum kSums[] = {
    {kVoid, TypeKind::kVoid},
    {kBool, TypeKind::kBool},
    {kChar, TypeKind::kChar},
    {kSigned + kChar, TypeKind::kSignedChar},
    {kUnsigned + kChar, TypeKind::kUnsignedChar},
    {kShort, TypeKind::kShort, true, true},
    {kUnsigned + kShort, TypeKind::kUnsignedShort, true},
    {0, TypeKind::kInt, true, true},
    {kUnsigned, TypeKind::kUnsignedInt, true},
    {kLong, TypeKind::kLong, true, true},
    {kUnsigned + kLong, TypeKind::kUnsignedLong, true},
    {2 * kLong, TypeKind::kLongLong, true, true},
    {kUnsigned + 2 * kLong, TypeKind::kUnsignedLongLong, true},
    {kInt128, TypeKind::kInt128, false, true},
    {kUnsigned + kInt128, TypeKind::kUnsignedInt128},
    {kFloat, TypeKind::kFloat},
    {kDouble, TypeKind::kDouble},
    {kLong + kDouble, TypeKind::kLongDouble},
    {kFloat128, TypeKind::kFloat128},
    {kFloat + kComplex, TypeKind::kComplexFloat},
    {kDouble + kComplex, TypeKind::kComplexDouble},
    {kLong + kDouble + kComplex, TypeKind::kComplexLongDouble},
};

bool matches(const Sum& sum, uint64_t counts) {
  if (sum.takes_signed && (counts & kSigned) != 0) counts -= kSigned;
  if (sum.takes_int && (counts & kInt) != 0) counts -= kInt;
  return counts == sum.counts;
}

}  // namespace

bool SpecifierSet::add(std::string_view word) {
  for (const auto& [keyword, unit] : kKeywords) {
    if (keyword != word) continue;
    // Sixteen of a keyword would carry into the next one's bits; fifteen are no type either.
    if ((counts_ & (0xf * unit)) != 0xf * unit) counts_ += unit;
    return true;
  }
  return false;
}

std::optional<TypeKind> SpecifierSet::scalar() const {
  for (const Sum& sum : kSums) {
    if (matches(sum, counts_)) return sum.kind;
  }
  return std::nullopt;
}

}  // namespace elle::core
