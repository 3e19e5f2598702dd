// System V AMD64 ABI, figure 3.1, with __int128 and _Float128 as its text has them. A complex number is an array of two
// (C17 6.2.5p13), and aligned like one.
#include "core/types/target_model.h"

namespace elle::core {

namespace {

constexpr ScalarLayout sysv_layout(TypeKind kind) {
  switch (kind) {
    case TypeKind::kBool:
    case TypeKind::kChar:
    case TypeKind::kSignedChar:
    case TypeKind::kUnsignedChar:
      return {1, 1};
    case TypeKind::kShort:
    case TypeKind::kUnsignedShort:
    case TypeKind::kChar16:
      return {2, 2};
    case TypeKind::kInt:
    case TypeKind::kUnsignedInt:
    case TypeKind::kWideChar:
    case TypeKind::kChar32:
    case TypeKind::kFloat:
      return {4, 4};
    case TypeKind::kLong:
    case TypeKind::kUnsignedLong:
    case TypeKind::kLongLong:
    case TypeKind::kUnsignedLongLong:
    case TypeKind::kDouble:
      return {8, 8};
    case TypeKind::kComplexFloat:
      return {8, 4};
    case TypeKind::kInt128:
    case TypeKind::kUnsignedInt128:
    case TypeKind::kLongDouble:
    case TypeKind::kFloat128:
      return {16, 16};
    case TypeKind::kComplexDouble:
      return {16, 8};
    case TypeKind::kComplexLongDouble:
      return {32, 16};
    default:
      return {0, 1};
  }
}

constexpr TargetModel make_x86_64_sysv() {
  TargetModel model{.scalars = {}, .pointer = {8, 8}, .char_is_signed = true, .wide_char_is_signed = true};
  for (size_t i = 0; i < kScalarCount; i++) model.scalars[i] = sysv_layout(static_cast<TypeKind>(i));
  return model;
}

}  // namespace

bool TargetModel::is_signed(TypeKind kind) const {
  switch (scalar_class(kind)) {
    case ScalarClass::kSigned:
      return true;
    case ScalarClass::kCharacter:
      return kind == TypeKind::kChar ? char_is_signed : wide_char_is_signed;
    default:
      return false;
  }
}

const TargetModel& x86_64_sysv() {
  static constexpr TargetModel kModel = make_x86_64_sysv();
  return kModel;
}

}  // namespace elle::core
