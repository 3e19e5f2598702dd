// From a plan to what libffi is told, and why C finds every value where it looks for it.
//
// The ABI gives registers to arguments from left to right, a general one for each piece of class INTEGER and a vector
// one for each of class SSE. libffi does the same for scalars. So a record that fits is told as the scalars its pieces
// are, in place, and gets the registers the ABI says.
//
// "If there are no registers available for any eightbyte of an argument, the whole argument is passed on the stack":
// two scalars would be split where one record is not. Hence the count (RegisterFile) of what is still free: a record
// for which there is not enough is told as a block of memory, of which libffi takes no part into registers, and takes
// none itself.
//
// An argument that is counted otherwise than the ABI counts it (an empty struct, an x87 value, the hidden pointer to a
// result in memory) does no harm itself; it sends one after it to the wrong place.
#include <algorithm>
#include <fmt/format.h>

#include "core/call/eightbytes.h"
#include "core/call/libffi_signature.h"

namespace elle::core {

namespace {

// An integer of at most 4 bytes is given as 4, which its slot holds extended: libffi would otherwise leave the rest of
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
    case StepKind::kComplexF80:
      return &ffi_type_complex_longdouble;
    case StepKind::kPointer:
      return &ffi_type_pointer;
    default:
      return nullptr;
  }
}

// Narrow results are told as they are: C leaves the rest of the register open, and libffi widens by the type.
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
    case StepKind::kComplexF32:
      return &ffi_type_complex_float;
    case StepKind::kComplexF64:
      return &ffi_type_complex_double;
    default:
      return argument_type(kind);
  }
}

// libffi puts what is larger than 32 bytes in memory, and whatever holds such a thing. A member that claims to be
// larger than its record thus makes the record memory's, whatever its size. (Not const, because libffi's types are not;
// nothing writes it.)
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

// The registers arguments travel in, as they are used up (ABI 3.2.3, "Passing").
class RegisterFile {
 public:
  void take(EightbyteClass piece) {
    if (piece == EightbyteClass::kInteger && general_ > 0) general_--;
    if (piece == EightbyteClass::kSse && vector_ > 0) vector_--;
  }

  // Takes a register for each piece, or none at all when there are too few: "the whole argument is passed on the
  // stack".
  bool take_all(const RecordClasses& classes) {
    const auto& pieces = classes.pieces;
    const auto general = std::count(pieces.begin(), pieces.end(), EightbyteClass::kInteger);
    const auto vector = std::count(pieces.begin(), pieces.end(), EightbyteClass::kSse);
    if (general > general_ || vector > vector_) return false;
    general_ -= general;
    vector_ -= vector;
    return true;
  }

 private:
  std::ptrdiff_t general_ = 6;
  std::ptrdiff_t vector_ = 8;
};

class SignatureMaker {
 public:
  SignatureMaker(TypeTable& types, const CallPlan& plan) : types_(types), plan_(plan) {}

  Result<std::unique_ptr<LibffiSignature>> make() {
    ffi_type* const result = TRY(result_of(plan_.result));
    for (uint32_t i = 0; i < plan_.arguments.size(); i++) {
      if (i == plan_.fixed_count) fixed_parts_ = made_->parts.size();
      TRY(add_argument(plan_.arguments[i], i + 1));
    }
    if (plan_.fixed_count == plan_.arguments.size()) fixed_parts_ = made_->parts.size();
    if (prepare(result) != FFI_OK) {
      return fail(ErrorKind::kConversion,
                  fmt::format("libffi refuses the signature `{}`.", types_.text(plan_.signature)), {},
                  {{"direction", Word{"to-c"}}, {"reason", "libffi refuses the signature"}});
    }
    return std::move(made_);
  }

 private:
  ffi_status prepare(ffi_type* result) {
    const auto total = static_cast<unsigned>(made_->types.size());
    ffi_cif* const cif = &made_->cif;
    if (!plan_.variadic) return ffi_prep_cif(cif, FFI_DEFAULT_ABI, total, result, made_->types.data());
    const auto fixed = static_cast<unsigned>(fixed_parts_);
    return ffi_prep_cif_var(cif, FFI_DEFAULT_ABI, fixed, total, result, made_->types.data());
  }

  Failed<std::unique_ptr<Error>> refuse(uint32_t number, const std::string& why) const {
    return cannot_be_passed(types_, plan_.signature, number, why);
  }

  Result<Done> check(const Step& step, uint32_t number) {
    if (step.kind == StepKind::kVector || step.kind == StepKind::kF128)
      return refuse(number, fmt::format("libffi does not know how to pass a `{}` by value.", types_.text(step.type)));
    if (step.kind != StepKind::kRecord) return Done{};
    const uint32_t align = TRY(types_.align_of(step.type));
    if (align <= 16) return Done{};
    return refuse(number, fmt::format("It is aligned to {} bytes, and libffi gives 16.", align));
  }

  Result<Done> add_argument(const Step& step, uint32_t number) {
    TRY(check(step, number));
    switch (step.kind) {
      case StepKind::kI128:
      case StepKind::kU128:
        return add_pieces(step, both(EightbyteClass::kInteger));
      case StepKind::kComplexF32:
        return add_pieces(step, {.pieces = {EightbyteClass::kSse}});
      case StepKind::kComplexF64:
        return add_pieces(step, both(EightbyteClass::kSse));
      case StepKind::kRecord:
        return add_pieces(step, TRY(classes_of(step, number)));
      case StepKind::kF80:
      case StepKind::kComplexF80:
        break;
      case StepKind::kF32:
      case StepKind::kF64:
        registers_.take(EightbyteClass::kSse);
        break;
      default:
        registers_.take(EightbyteClass::kInteger);
        break;
    }
    add_part(argument_type(step.kind), {step.kind, step.offset, step.size});
    return Done{};
  }

  static RecordClasses both(EightbyteClass piece) { return {.pieces = {piece, piece}}; }

  void add_part(ffi_type* type, LibffiSignature::Part part) {
    made_->types.push_back(type);
    made_->offsets.push_back(part.offset);
    made_->parts.push_back(part);
  }

  // An empty struct is nothing in a call, and so is a piece of padding.
  Result<Done> add_pieces(const Step& step, const RecordClasses& classes) {
    if (step.size == 0) return Done{};
    // An x87 value is passed on the stack: that is memory, once it is an argument.
    const bool in_memory = classes.in_memory || classes.pieces[0] == EightbyteClass::kX87;
    if (in_memory || !registers_.take_all(classes)) {
      const uint32_t align = TRY(types_.align_of(step.type));
      add_part(block(step.size, align, memory_member(), nullptr), {StepKind::kRecord, step.offset, step.size});
      return Done{};
    }
    for (uint32_t i = 0; i < classes.pieces.size(); i++) {
      if (classes.pieces[i] == EightbyteClass::kNone) continue;
      ffi_type* const type = classes.pieces[i] == EightbyteClass::kSse ? &ffi_type_double : &ffi_type_uint64;
      add_part(type, {StepKind::kRecord, step.offset + 8 * i, std::min(8U, step.size - 8 * i)});
    }
    return Done{};
  }

  Result<ffi_type*> result_of(const Step& step) {
    TRY(check(step, 0));
    if (step.kind == StepKind::kI128 || step.kind == StepKind::kU128) {
      return block(16, 16, &ffi_type_uint64, &ffi_type_uint64);
    }
    if (step.kind != StepKind::kRecord) return result_type(step.kind);
    if (step.size == 0) return &ffi_type_void;
    const RecordClasses classes = TRY(classes_of(step, 0));
    // struct { long double } comes back in st(0), which libffi does for the bare type only.
    if (!classes.in_memory && classes.pieces[0] == EightbyteClass::kX87) return &ffi_type_longdouble;
    const uint32_t align = TRY(types_.align_of(step.type));
    if (classes.in_memory) {
      registers_.take(EightbyteClass::kInteger);  // the hidden pointer to it
      made_->result_in_memory = true;
      return block(step.size, align, memory_member(), nullptr);
    }
    const bool has_second = classes.pieces[1] != EightbyteClass::kNone;
    return block(step.size, align, result_member(classes.pieces[0], step.size),
                 has_second ? result_member(classes.pieces[1], step.size - 8) : nullptr);
  }

  static ffi_type* result_member(EightbyteClass piece, uint64_t bytes_left) {
    switch (piece) {
      case EightbyteClass::kInteger:
        return &ffi_type_uint64;
      case EightbyteClass::kSse:
        return bytes_left <= 4 ? &ffi_type_float : &ffi_type_double;
      default:
        return padding_member();
    }
  }

  Result<RecordClasses> classes_of(const Step& step, uint32_t number) {
    auto classes = classify_record(types_, step.type);
    return classes.ok() ? std::move(classes) : refuse(number, classes.error()->message);
  }

  // With size and alignment given, libffi does not lay the members out, and only classifies by them.
  ffi_type* block(size_t size, uint32_t align, ffi_type* first, ffi_type* second) {
    LibffiSignature::Block& made = made_->blocks.emplace_back();
    made.members = {first, second, nullptr};
    made.type = {.size = size,
                 .alignment = static_cast<unsigned short>(align),
                 .type = FFI_TYPE_STRUCT,
                 .elements = made.members.data()};
    return &made.type;
  }

  TypeTable& types_;
  const CallPlan& plan_;
  RegisterFile registers_;
  size_t fixed_parts_ = 0;
  std::unique_ptr<LibffiSignature> made_ = std::make_unique<LibffiSignature>();
};

}  // namespace

Result<std::unique_ptr<LibffiSignature>> make_libffi_signature(TypeTable& types, const CallPlan& plan) {
  return SignatureMaker(types, plan).make();
}

}  // namespace elle::core
