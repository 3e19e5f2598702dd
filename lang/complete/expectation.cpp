// What the argument at the cursor must be, so that what fits can come first.
#include "lang/complete/expectation.h"

#include "lang/complete/signature.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

// The arguments of the language's functions that are not any value.
struct ArgumentRule {
  std::string_view head;
  size_t place;
  Expected expected;
};
constexpr ArgumentRule kArguments[] = {
    {"load-header-with-lib", 1, Expected::kHeader},
    {"load-header-with-lib", 2, Expected::kLibrary},
    {"load-library", 1, Expected::kLibrary},
    {"get-library-function", 1, Expected::kLibrary},
    {"ffi-call", 1, Expected::kLibrary},
    {"parse-c-header", 1, Expected::kHeader},
    {"use-library", 1, Expected::kPackage},
    {"import", 1, Expected::kLispFile},
    {"c-type", 1, Expected::kType},
    {"cast", 1, Expected::kType},
    {"as-c", 1, Expected::kType},
    {"out", 1, Expected::kType},
    {"make-struct", 1, Expected::kType},
    {"make-array", 1, Expected::kType},
    {"sizeof", 1, Expected::kType},
    {"alignof", 1, Expected::kType},
    {"offsetof", 1, Expected::kType},
    {"struct-size", 1, Expected::kType},
    {"struct-fields", 1, Expected::kType},
    {"layout", 1, Expected::kType},
    {"enum-name", 1, Expected::kType},
    {"va-arg", 2, Expected::kType},
    {"c-function", 2, Expected::kType},
    {"who-takes", 1, Expected::kType},
    {"who-returns", 1, Expected::kType},
    {"how-to-get", 1, Expected::kType},
};
struct KeywordRule {
  std::string_view keyword;
  Expected expected;
};
constexpr KeywordRule kKeywords[] = {
    {"header", Expected::kHeader}, {"library", Expected::kLibrary}, {"include", Expected::kFolder},
    {"args", Expected::kType},     {"return", Expected::kType},
};

bool defines_fields(std::string_view head) { return head == "define-c-struct" || head == "define-c-union"; }

}  // namespace

Expected expected_at(const Outline& outline, ArgumentPlace at) {
  if (at.form == Outline::kRoot) return Expected::kValue;
  const ArgumentPlace around = place_around(outline, at);
  const std::string_view head = outline.head(at.form), outer = outline.head(around.form);
  if (at.place == 1 && around.place >= 2 && defines_fields(outer)) return Expected::kType;
  if (outline.is_list(at.form) && at.place == 0 && outer != "match" && outline[at.form].prefix != TokenKind::kQuote) {
    const std::string_view key = keyword_before(outline, around);
    return key == "args" ? Expected::kType : Expected::kCall;
  }
  for (const ArgumentRule& rule : kArguments)
    if (rule.head == head && rule.place == at.place) return rule.expected;
  const std::string_view keyword = keyword_before(outline, at);
  for (const KeywordRule& rule : kKeywords)
    if (rule.keyword == keyword) return rule.expected;
  const bool is_items = !outline.is_list(at.form) || outline[at.form].prefix == TokenKind::kQuote ||
                        keyword_before(outline, around) == "args";
  return is_items && around.form != Outline::kRoot ? expected_at(outline, around) : Expected::kValue;
}

CTypeId expected_c_type(Runtime& runtime, const Module& module, const Outline& outline, ArgumentPlace at) {
  if (at.form == Outline::kRoot || at.place == 0 || !outline.is_list(at.form)) return 0;
  const auto signature = signature_of_call(runtime, module, outline, at.form);
  const SignatureParameter* parameter = signature ? parameter_at(*signature, outline, at) : nullptr;
  return parameter ? parameter->type : 0;
}

}  // namespace elle::lang
