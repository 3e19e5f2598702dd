#include "core/call/libffi_signature.h"

#include <fmt/format.h>

#include "core/call/eightbytes.h"

namespace elle::core {

namespace {

using Shape = LibffiSignature::Shape;

// An argument of at most 4 bytes is given as 4, which its slot holds extended: libffi would otherwise leave the rest of
// a stack slot as it was, and takes a longer way for the narrow ones.
ffi_type* argument_type(StepKind kind) {
  switch (kind) {
    case StepKind::kBool:
    case StepKind::kI8:
    case StepKind::kU8:
    case StepKind::kI16:
    case StepKind::kU16:
    case StepKind::kI32:
      return &ffi_type_sint32;
    case StepKind::kU32:
      return &ffi_type_uint32;
    case StepKind::kI64:
      return &ffi_type_sint64;
    case StepKind::kU64:
      return &ffi_type_uint64;
    case StepKind::kF32:
      return &ffi_type_float;
    case StepKind::kF64:
      return &ffi_type_double;
    case StepKind::kF80:
      return &ffi_type_longdouble;
    case StepKind::kComplexF32:
      return &ffi_type_complex_float;
    case StepKind::kComplexF64:
      return &ffi_type_complex_double;
    case StepKind::kComplexF80:
      return &ffi_type_complex_longdouble;
    case StepKind::kPointer:
      return &ffi_type_pointer;
    default:
      return nullptr;
  }
}

ffi_type* result_type(StepKind kind) {
  switch (kind) {
    case StepKind::kVoid:
      return &ffi_type_void;
    case StepKind::kBool:
    case StepKind::kU8:
      return &ffi_type_uint8;
    case StepKind::kI8:
      return &ffi_type_sint8;
    case StepKind::kI16:
      return &ffi_type_sint16;
    case StepKind::kU16:
      return &ffi_type_uint16;
    default:
      return argument_type(kind);
  }
}

// libffi puts what is larger than 32 bytes in memory, and whatever holds such a thing. A member that claims to be
// larger than its record thus makes the record memory's, whatever its size.
ffi_type* memory_member() {
  static ffi_type* word[] = {&ffi_type_uint64, nullptr};
  static ffi_type member{.size = 64, .alignment = 8, .type = FFI_TYPE_STRUCT, .elements = word};
  return &member;
}

// Takes eight bytes of place and no register.
ffi_type* padding_member() {
  static ffi_type* nothing[] = {nullptr};
  static ffi_type member{.size = 8, .alignment = 8, .type = FFI_TYPE_STRUCT, .elements = nothing};
  return &member;
}

ffi_type* piece_member(EightbyteClass piece, uint64_t bytes_left) {
  switch (piece) {
    case EightbyteClass::kInteger:
      return &ffi_type_uint64;
    case EightbyteClass::kSse:
      return bytes_left <= 4 ? &ffi_type_float : &ffi_type_double;
    default:
      return padding_member();
  }
}

class SignatureMaker {
 public:
  SignatureMaker(TypeTable& types, const CallPlan& plan) : types_(types), plan_(plan) {}

  Result<std::unique_ptr<LibffiSignature>> make() {
    for (uint32_t i = 0; i < plan_.arguments.size(); i++) {
      const Step& step = plan_.arguments[i];
      if (step.size == 0) continue;
      made_->types.push_back(TRY(argument(step, i + 1)));
      made_->steps.push_back(i);
      made_->offsets.push_back(step.offset);
    }
    ffi_type* const result = TRY(result_of(plan_.result));
    if (prepare(result) != FFI_OK) {
      return fail(ErrorKind::kType, fmt::format("libffi refuses the signature `{}`.", types_.text(plan_.signature)));
    }
    return std::move(made_);
  }

 private:
  ffi_status prepare(ffi_type* result) {
    const auto total = static_cast<unsigned>(made_->types.size());
    ffi_cif* const cif = &made_->cif;
    if (!plan_.variadic) return ffi_prep_cif(cif, FFI_DEFAULT_ABI, total, result, made_->types.data());
    unsigned fixed = 0;
    while (fixed < total && made_->steps[fixed] < plan_.fixed_count) fixed++;
    return ffi_prep_cif_var(cif, FFI_DEFAULT_ABI, fixed, total, result, made_->types.data());
  }

  Result<ffi_type*> argument(const Step& step, uint32_t number) {
    if (is_wide_integer(step)) return wide_integer();
    if (step.kind != StepKind::kRecord) return argument_type(step.kind);
    const RecordClasses classes = TRY(classes_of(step, fmt::format("Argument {}", number)));
    // x87 values are passed on the stack: that is memory, once they are arguments.
    const bool in_memory = classes.in_memory || classes.pieces[0] == EightbyteClass::kX87;
    return record(step, classes, in_memory);
  }

  Result<ffi_type*> result_of(const Step& step) {
    if (is_wide_integer(step)) return wide_integer();
    if (step.kind != StepKind::kRecord) return result_type(step.kind);
    if (step.size == 0) return &ffi_type_void;
    const RecordClasses classes = TRY(classes_of(step, "The result"));
    // struct { long double } comes back in st(0), which libffi does for the bare type only.
    if (!classes.in_memory && classes.pieces[0] == EightbyteClass::kX87) return &ffi_type_longdouble;
    return record(step, classes, classes.in_memory);
  }

  static bool is_wide_integer(const Step& step) { return step.kind == StepKind::kI128 || step.kind == StepKind::kU128; }

  // __int128 goes as a struct of two words, but aligned to 16 on the stack (ABI 3.2.3).
  ffi_type* wide_integer() { return shape(16, 16, &ffi_type_uint64, &ffi_type_uint64); }

  Result<RecordClasses> classes_of(const Step& step, const std::string& what) {
    auto classes = classify_record(types_, step.type);
    if (classes.ok()) return classes;
    return fail(ErrorKind::kType, fmt::format("{} of `{}` cannot be passed by value: {}.", what,
                                              types_.text(plan_.signature), classes.error()->message));
  }

  Result<ffi_type*> record(const Step& step, const RecordClasses& classes, bool in_memory) {
    const uint32_t align = TRY(types_.align_of(step.type));
    if (in_memory) return shape(step.size, align, memory_member(), nullptr);
    ffi_type* const first = piece_member(classes.pieces[0], step.size);
    const bool has_second = classes.pieces[1] != EightbyteClass::kNone;
    return shape(step.size, align, first, has_second ? piece_member(classes.pieces[1], step.size - 8) : nullptr);
  }

  // With size and alignment given, libffi does not lay the members out, and only classifies by them.
  ffi_type* shape(size_t size, uint32_t align, ffi_type* first, ffi_type* second) {
    Shape& made = made_->shapes.emplace_back();
    made.members = {first, second, nullptr};
    made.type = {.size = size,
                 .alignment = static_cast<unsigned short>(align),
                 .type = FFI_TYPE_STRUCT,
                 .elements = made.members.data()};
    return &made.type;
  }

  TypeTable& types_;
  const CallPlan& plan_;
  std::unique_ptr<LibffiSignature> made_ = std::make_unique<LibffiSignature>();
};

}  // namespace

Result<std::unique_ptr<LibffiSignature>> make_libffi_signature(TypeTable& types, const CallPlan& plan) {
  return SignatureMaker(types, plan).make();
}

}  // namespace elle::core
