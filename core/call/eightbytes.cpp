// The algorithm of ABI 3.2.3, "Classification", read as gcc and clang read it; what stands in quotes is from there. A
// record of more than two eight-byte pieces is in memory whatever it holds, since those of vectors wider than SSE's,
// the only exception, are not passed by libffi.
//
// A piece begins as kNone and takes in the class of every scalar that has bits in it. The outcome must be the
// compilers', to the last bit: one wrong class moves every argument after it to another register. tests/agree compares
// them over records at random.
#include "core/call/eightbytes.h"

#include <fmt/format.h>
#include <utility>

namespace elle::core {

namespace {

constexpr uint64_t kPieceBits = 64;
constexpr uint64_t kLargestInRegisters = 16;  // bytes, without the vector registers wider than SSE's

class Classifier {
 public:
  explicit Classifier(TypeTable& types) : types_(types) {}

  // Takes in a value of `type` whose first bit is `bit` of the record.
  Result<Done> add(TypeId type, uint64_t bit) {
    const Type& node = types_.resolved(type);
    switch (node.kind) {
      case TypeKind::kRecord:
        return add_members(type, bit);
      case TypeKind::kArray:
        return add_elements(node, bit);
      case TypeKind::kPointer:
        return add_scalar(EightbyteClass::kInteger, TRY(types_.extent_of(type)), bit);
      case TypeKind::kEnum:
        return add(types_.enumeration(type).underlying, bit);
      default:
        break;
    }
    if (node.kind == TypeKind::kVector || node.kind == TypeKind::kFloat128) {
      return fail(ErrorKind::kType, fmt::format("It holds a `{}`, which libffi cannot pass.", types_.text(type)));
    }
    const Extent extent = TRY(types_.extent_of(type));
    if (node.kind == TypeKind::kLongDouble) return add_long_double(extent, bit);
    return add_scalar(class_of(node.kind), extent, bit);
  }

  RecordClasses finish() {
    // "If X87UP is not preceded by X87, the whole argument is passed in memory."
    const bool split = classes_.pieces[1] == EightbyteClass::kX87Up && classes_.pieces[0] != EightbyteClass::kX87;
    classes_.in_memory |= split;
    return classes_;
  }

 private:
  static EightbyteClass class_of(TypeKind kind) {
    const ScalarClass meaning = scalar_class(kind);
    const bool is_floating = meaning == ScalarClass::kFloating || meaning == ScalarClass::kComplex;
    return is_floating ? EightbyteClass::kSse : EightbyteClass::kInteger;
  }

  // A record within is classified by itself before it is merged ("each field is classified recursively"): what its
  // members make of each other, a float and an int an integer, is settled before they meet a long double.
  Result<Done> add_members(TypeId type, uint64_t bit) {
    const RecordClasses outer = std::exchange(classes_, {});
    const RecordLayout& layout = TRY(types_.complete_record(type))->layout;
    classes_.in_memory = bit % (uint64_t{layout.align} * 8) != 0;  // an unaligned field, whatever is in it
    for (const Field& field : layout.fields) {
      const uint64_t start = bit + field.bit_offset;
      if (field.is_bit_field) {
        merge_span(EightbyteClass::kInteger, start, field.bit_width);
      } else {
        TRY(add(field.type, start));
      }
    }
    const RecordClasses inner = std::exchange(classes_, outer);
    classes_.in_memory |= inner.in_memory;
    for (uint64_t i = 0; i < inner.pieces.size(); i++) merge(inner.pieces[i], i);
    return Done{};
  }

  Result<Done> add_elements(const Type& array, uint64_t bit) {
    // Even an array of nothing must not lie unaligned, as gcc and clang read the ABI.
    if (bit % (uint64_t{TRY(types_.align_of(array.target))} * 8) != 0) classes_.in_memory = true;
    const uint64_t size = TRY(types_.size_of(array.target));
    if (size == 0 || array.count == kUnknownLength) return Done{};
    for (uint64_t i = 0; i < array.count; i++) TRY(add(array.target, bit + i * size * 8));
    return Done{};
  }

  Result<Done> add_long_double(const Extent& extent, uint64_t bit) {
    if (bit % (uint64_t{extent.align} * 8) != 0) {
      classes_.in_memory = true;
      return Done{};
    }
    merge(EightbyteClass::kX87, 0);
    merge(EightbyteClass::kX87Up, 1);
    return Done{};
  }

  Result<Done> add_scalar(EightbyteClass piece, const Extent& extent, uint64_t bit) {
    // "If it has unaligned fields, it has class MEMORY."
    if (bit % (uint64_t{extent.align} * 8) != 0) classes_.in_memory = true;
    merge_span(piece, bit, extent.size * 8);
    return Done{};
  }

  void merge_span(EightbyteClass piece, uint64_t bit, uint64_t width) {
    for (uint64_t i = bit / kPieceBits; i <= (bit + width - 1) / kPieceBits && i < 2; i++) merge(piece, i);
  }

  // The ABI's merger: equal stays, nothing yields, integer wins, x87 goes to memory, and what is left is SSE.
  void merge(EightbyteClass piece, uint64_t index) {
    EightbyteClass& held = classes_.pieces[index];
    if (held == piece || piece == EightbyteClass::kNone) return;
    if (held == EightbyteClass::kNone || piece == EightbyteClass::kInteger) {
      held = piece;
    } else if (held != EightbyteClass::kInteger) {
      classes_.in_memory = true;  // one of two different ones that are neither none nor integer is x87's
    }
  }

  TypeTable& types_;
  RecordClasses classes_;
};

}  // namespace

Result<RecordClasses> classify_record(TypeTable& types, TypeId record) {
  if (TRY(types.size_of(record)) > kLargestInRegisters) return RecordClasses{.in_memory = true, .pieces = {}};
  Classifier classifier(types);
  TRY(classifier.add(record, 0));
  return classifier.finish();
}

}  // namespace elle::core
