// From C types to kinds of steps. Sizes come from the target model, so that `long` is what it is where the code was
// compiled.
#include "core/call/plan.h"

#include <fmt/format.h>

namespace elle::core {

namespace {

StepKind integer_step(uint64_t size, bool is_signed) {
  switch (size) {
    case 1:
      return is_signed ? StepKind::kI8 : StepKind::kU8;
    case 2:
      return is_signed ? StepKind::kI16 : StepKind::kU16;
    case 4:
      return is_signed ? StepKind::kI32 : StepKind::kU32;
    case 8:
      return is_signed ? StepKind::kI64 : StepKind::kU64;
    default:
      return is_signed ? StepKind::kI128 : StepKind::kU128;
  }
}

// REQUIRES: is_scalar(kind), and a call can carry it.
StepKind scalar_step(const TargetModel& target, TypeKind kind) {
  switch (kind) {
    case TypeKind::kVoid:
      return StepKind::kVoid;
    case TypeKind::kBool:
      return StepKind::kBool;
    case TypeKind::kFloat:
      return StepKind::kF32;
    case TypeKind::kDouble:
      return StepKind::kF64;
    case TypeKind::kLongDouble:
      return StepKind::kF80;
    case TypeKind::kFloat128:
      return StepKind::kF128;
    case TypeKind::kComplexFloat:
      return StepKind::kComplexF32;
    case TypeKind::kComplexDouble:
      return StepKind::kComplexF64;
    case TypeKind::kComplexLongDouble:
      return StepKind::kComplexF80;
    default:
      return integer_step(target.scalar(kind).size, target.is_signed(kind));
  }
}

}  // namespace

Result<StepKind> step_kind_of(TypeTable& types, TypeId type) {
  const TypeKind kind = types.kind_of(type);
  switch (kind) {
    case TypeKind::kPointer:
    case TypeKind::kArray:
    case TypeKind::kFunction:
      return StepKind::kPointer;
    case TypeKind::kEnum:
      return scalar_step(types.target(), types.scalar_kind(type));
    case TypeKind::kRecord:
      TRY(types.complete_record(type));
      return StepKind::kRecord;
    case TypeKind::kVector:
      return StepKind::kVector;
    default:
      return scalar_step(types.target(), kind);
  }
}

Failed<std::unique_ptr<Error>> cannot_be_passed(TypeTable& types, TypeId signature, uint32_t number,
                                                const std::string& why) {
  const std::string what = number ? fmt::format("Argument {}", number) : "The result";
  return fail(ErrorKind::kConversion, fmt::format("{} of `{}` cannot be passed: {}", what, types.text(signature), why),
              {}, {{"direction", Word{number ? "to-c" : "from-c"}}, {"reason", why}});
}

TypeId promoted(TypeTable& types, TypeId type) {
  switch (types.kind_of(type)) {
    case TypeKind::kArray:
      return types.pointer_to(types.element_of(type));
    case TypeKind::kFunction:
      return types.pointer_to(type);
    case TypeKind::kFloat:
      return type_of(TypeKind::kDouble);
    default:
      break;
  }
  const TypeKind scalar = types.scalar_kind(type);
  const TargetModel& target = types.target();
  const bool is_narrow =
      is_integer(scalar_class(scalar)) && target.scalar(scalar).size < target.scalar(TypeKind::kInt).size;
  return is_narrow ? type_of(TypeKind::kInt) : types.resolve(type);
}

}  // namespace elle::core
