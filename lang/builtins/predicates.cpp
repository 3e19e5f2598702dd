// Kinds of values, sameness and equality.
#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/data/equality.h"

namespace elle::lang {

namespace {

template <Tag... tags>
Result<Value> is_kind(Runtime&, Args args) {
  return boolean((args[0].is(tags) || ...));
}

Result<Value> is_number(Runtime&, Args args) { return boolean(args[0].is_number()); }
Result<Value> is_integer(Runtime&, Args args) { return boolean(args[0].is_integer()); }
Result<Value> is_function(Runtime&, Args args) { return boolean(args[0].is_function()); }
Result<Value> negate(Runtime&, Args args) { return boolean(!args[0].truthy()); }
Result<Value> identity(Runtime&, Args args) { return args[0]; }
Result<Value> is_true(Runtime&, Args args) { return boolean(args[0].truthy()); }

Result<Value> are_same(Runtime&, Args args) {
  for (uint32_t i = 1; i < args.size(); i++)
    if (!args[i - 1].same(args[i])) return boolean(false);
  return boolean(true);
}

Result<Value> are_equal(Runtime&, Args args) {
  for (uint32_t i = 1; i < args.size(); i++)
    if (!equal(args[i - 1], args[i])) return boolean(false);
  return boolean(true);
}

Result<Value> are_different(Runtime&, Args args) { return boolean(!equal(args[0], args[1])); }

Result<Value> type_of(Runtime& runtime, Args args) {
  const Value value = args[0];
  if (value.is(Tag::kOpaque)) return runtime.keyword(value.as<Opaque>()->body->type_name());
  switch (value.tag()) {
    case Tag::kNativeFunction:
      return runtime.keyword("c-function");
    case Tag::kAllocation:
      return runtime.keyword("c-memory");
    default:
      return runtime.keyword(tag_name(value.tag()));
  }
}

Result<Value> hash_of(Runtime&, Args args) { return integer(static_cast<int64_t>(hash(args[0]) >> 2)); }

constexpr BuiltinEntry kPredicateBuiltins[] = {
    {"nil?", 1, 1, is_kind<Tag::kNil>, "(nil? x)", "Whether x is nil, which is also the empty list and a C NULL."},
    {"some?", 1, 1, [](Runtime&, Args args) -> Result<Value> { return boolean(!args[0].is_nil()); }, "(some? x)",
     "Whether x is anything but nil."},
    {"boolean", 1, 1, is_true, "(boolean x)", "#f for nil and #f, else #t."},
    {"not", 1, 1, negate, "(not x)", "#t for nil and #f, else #f."},
    {"boolean?", 1, 1, is_kind<Tag::kTrue, Tag::kFalse>, "(boolean? x)", "Whether x is #t or #f."},
    {"number?", 1, 1, is_number, "(number? x)", "Whether x is an integer or a double."},
    {"integer?", 1, 1, is_integer, "(integer? x)", "Whether x is an integer, of any size."},
    {"double?", 1, 1, is_kind<Tag::kDouble>, "(double? x)", "Whether x is a floating-point number."},
    {"character?", 1, 1, is_kind<Tag::kCharacter>, "(character? x)", "Whether x is a character."},
    {"string?", 1, 1, is_kind<Tag::kString>, "(string? x)", "Whether x is a string."},
    {"symbol?", 1, 1, is_kind<Tag::kSymbol>, "(symbol? x)", "Whether x is a symbol."},
    {"keyword?", 1, 1, is_kind<Tag::kKeyword>, "(keyword? x)", "Whether x is a keyword."},
    {"list?", 1, 1, is_kind<Tag::kPair, Tag::kNil>, "(list? x)", "Whether x is a list, the empty one included."},
    {"pair?", 1, 1, is_kind<Tag::kPair>, "(pair? x)", "Whether x is a list with at least one item."},
    {"vector?", 1, 1, is_kind<Tag::kVector>, "(vector? x)", "Whether x is a vector."},
    {"map?", 1, 1, is_kind<Tag::kMap>, "(map? x)", "Whether x is a map."},
    {"bytes?", 1, 1, is_kind<Tag::kBytes>, "(bytes? x)", "Whether x is bytes."},
    {"function?", 1, 1, is_function, "(function? x)", "Whether x can be called: a function of Lisp or of C."},
    {"pointer?", 1, 1, is_kind<Tag::kPointer>, "(pointer? x)", "Whether x is a C address."},
    {"error?", 1, 1, is_kind<Tag::kError>, "(error? x)", "Whether x is an error, as catch gets it."},
    {"eq?", 1, kAnyNumber, are_same, "(eq? a b ...)", "Whether all are one and the same value or object."},
    {"=", 1, kAnyNumber, are_equal, "(= a b ...)",
     "Whether all are equal: numbers by value (2 equals 2.0), strings, lists, vectors, maps and bytes by content, C "
     "pointers by address, anything else when it is the same object. A list does not equal a vector."},
    {"equal?", 1, kAnyNumber, are_equal, "(equal? a b ...)", "Whether all are equal; the same as =."},
    {"not=", 2, 2, are_different, "(not= a b)", "Whether a and b are not equal in the sense of =."},
    {"type-of", 1, 1, type_of, "(type-of x)",
     "What kind of value x is, as a keyword: :integer, :double, :string, :list, :vector, :map, :function and so on."},
    {"hash", 1, 1, hash_of, "(hash x)", "A number that is the same for values that are =."},
    {"identity", 1, 1, identity, "(identity x)", "x itself."},
};

}  // namespace

void define_predicates(Runtime& runtime) { runtime.define_builtins(kPredicateBuiltins); }

}  // namespace elle::lang
