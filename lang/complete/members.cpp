// The members of the struct that a field access names.
#include "lang/complete/members.h"

#include <algorithm>

#include "lang/bridge/ask/c_types.h"
#include "lang/complete/signature.h"
#include "lang/complete/value_types.h"

namespace elle::lang {

namespace {

bool is_of(std::string_view head, std::initializer_list<std::string_view> heads) {
  return std::ranges::find(heads, head) != heads.end();
}

}  // namespace

// Of (-> value step …) before a step: what .field and (.field) make of the value. Of any other step it is not known.
CTypeId MemberOffers::threaded_type(ArgumentPlace at) {
  if (at.place < 2) return 0;
  CTypeId type = ValueTypes(runtime_, module_, outline_).of(outline_.child(at.form, 1));
  for (size_t i = 2; i < at.place && type; i++) {
    const NodeIndex step = outline_.child(at.form, i);
    const std::string_view name = outline_.is_list(step) ? outline_.head(step) : outline_.text(step);
    type = name.starts_with('.') ? c_field_type(*runtime_.bridge, type, name.substr(1)) : 0;
  }
  return type;
}

CTypeId MemberOffers::type_with_fields(ArgumentPlace at, MemberStyle style) {
  const std::string_view head = outline_.head(at.form);
  ValueTypes types(runtime_, module_, outline_);
  if (style == MemberStyle::kAccessor) {
    if (head == "->") return threaded_type(at);
    if (at.place != 0 || !outline_.is_list(at.form)) return 0;
    // (.field value); nothing may be typed of the field yet.
    const size_t value = outline_.at_cursor() ? 1 : 0;
    if (value < outline_.child_count(at.form)) return types.of(outline_.child(at.form, value));
    const ArgumentPlace around = place_around(outline_, at);
    return outline_.head(around.form) == "->" ? threaded_type(around) : 0;
  }
  if (at.place < 2) return 0;
  const NodeIndex first = outline_.child(at.form, 1);
  if (head == "make-struct" && style == MemberStyle::kKeyword) return types.meant_by(first);
  if (head == "offsetof" || head == "c/offsetof") return types.meant_by(first);
  if (!is_of(head, {"struct-get", "struct-set!", "get"})) return 0;
  CTypeId type = types.of(first);
  for (size_t i = 2; i < at.place && type; i++) {
    std::string_view step = outline_.text(outline_.child(at.form, i));
    if (step.starts_with(':')) step.remove_prefix(1);
    type = c_field_type(*runtime_.bridge, type, step);
  }
  return type;
}

bool MemberOffers::offer_fields(ArgumentPlace at, MemberStyle style) {
  const CTypeId type = type_with_fields(at, style);
  if (!type) return false;
  const bool initial = outline_.head(at.form) == "make-struct";
  uint32_t position = 0;
  for (const CField& field : c_fields(*runtime_.bridge, type)) {
    if (initial && is_given(at, field.name)) continue;
    const std::string_view sign = style == MemberStyle::kAccessor ? "." : style == MemberStyle::kKeyword ? ":" : "";
    ranking_.offer({.name = ranking_.keep(fmt::format("{}{}", sign, field.name)),
                    .origin = Origin::kPlace,
                    .position = ++position,
                    .about = ranking_.keep(fmt::format("{}, offset {}", field.declaration, field.offset))});
  }
  return true;
}

bool MemberOffers::is_given(ArgumentPlace at, std::string_view keyword) const {
  for (NodeIndex argument : outline_[at.form].children) {
    const bool is_keyword = outline_[argument].kind == TokenKind::kKeyword && argument != outline_.at_cursor();
    if (is_keyword && outline_.text(argument).substr(1) == keyword) return true;
  }
  return false;
}

void MemberOffers::offer_keywords(ArgumentPlace at) {
  if (at.place == 0) return;
  const auto signature = signature_of_call(runtime_, module_, outline_, at.form);
  if (!signature) return;
  uint32_t position = 0;
  for (const SignatureParameter& parameter : signature->parameters) {
    if (parameter.key.empty() || is_given(at, parameter.key)) continue;
    const std::string_view text =
        std::string_view(signature->text).substr(parameter.begin, parameter.end - parameter.begin);
    ranking_.offer({.name = ranking_.keep(":" + parameter.key),
                    .origin = Origin::kPlace,
                    .position = ++position,
                    .about = ranking_.keep(text == parameter.key ? "keyword argument" : std::string(text))});
  }
}

void MemberOffers::offer_type_keywords() {
  for (const auto& [keyword, type] : c_type_keywords())
    ranking_.offer({.name = ranking_.keep(fmt::format(":{}", keyword)), .origin = Origin::kPlace, .about = type});
}

void MemberOffers::offer_keywords_in_text(ArgumentPlace at) {
  outline_.each([&](NodeIndex node) {
    const bool given_here = outline_[node].parent == at.form;
    if (outline_[node].kind == TokenKind::kKeyword && node != outline_.at_cursor() && !given_here)
      ranking_.offer({.name = outline_.text(node), .origin = Origin::kLocal, .about = "keyword"});
  });
}

}  // namespace elle::lang
