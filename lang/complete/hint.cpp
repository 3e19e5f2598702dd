// The signature to show beside a call, and which of its parameters the cursor is at.
#include <algorithm>

#include "lang/bridge/ask/c_types.h"
#include "lang/complete/complete.h"
#include "lang/complete/signature.h"
#include "lang/complete/value_types.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

// Forms further out than this are not looked at: their call is not what is being typed.
constexpr int kMostForms = 8;

// The declaration of the field that (.field s) is about.
std::optional<Hint> field_hint(Runtime& runtime, const Module& module, const Outline& outline, NodeIndex form) {
  const std::string_view head = outline.head(form);
  if (!runtime.bridge || !head.starts_with('.') || outline.child_count(form) < 2) return std::nullopt;
  const CTypeId type = ValueTypes(runtime, module, outline).of(outline.child(form, 1));
  for (const CField& field : c_fields(*runtime.bridge, type))
    if (field.name == head.substr(1))
      return Hint{field.declaration, 0, 0,
                  fmt::format("at byte {} of {}", field.offset,
                              c_type_text(*runtime.bridge, c_element_of(*runtime.bridge, type)))};
  return std::nullopt;
}

// (make-struct Type …): its fields, in order or by their names.
std::optional<Signature> struct_signature(Runtime& runtime, const Module& module, const Outline& outline,
                                          ArgumentPlace at) {
  if (!runtime.bridge || outline.head(at.form) != "make-struct" || at.place < 2) return std::nullopt;
  const CTypeId type = ValueTypes(runtime, module, outline).meant_by(outline.child(at.form, 1));
  const auto& arguments = outline[at.form].children;
  const bool by_name = arguments.size() > 2 && outline[arguments[2]].kind == TokenKind::kKeyword;
  Signature signature;
  signature.text = c_type_text(*runtime.bridge, type);
  signature.parameters.push_back({0, signature.text.size()});  // the type itself is the first argument
  signature.text += " {";
  for (const CField& field : c_fields(*runtime.bridge, type)) {
    if (signature.parameters.size() > 1) signature.text += "; ";
    SignatureParameter parameter{signature.text.size(), signature.text.size() + field.declaration.size()};
    if (by_name) parameter.key = field.name;
    signature.text += field.declaration;
    signature.parameters.push_back(std::move(parameter));
  }
  signature.text += '}';
  return signature.parameters.size() > 1 ? std::optional(std::move(signature)) : std::nullopt;
}

// Whether the argument before this one holds items whose count Elle knows.
bool follows_items(const Outline& outline, ArgumentPlace at) {
  if (at.place < 2) return false;
  const OutlineNode& before = outline[outline.child(at.form, at.place - 1)];
  return before.kind == TokenKind::kOpenVector || before.kind == TokenKind::kOpenRoundVector ||
         before.kind == TokenKind::kOpenBytes || (before.kind == TokenKind::kOpenList && before.prefix);
}

Hint hint_from(Signature signature, const Outline& outline, ArgumentPlace at) {
  Hint hint;
  if (const SignatureParameter* parameter = at.place > 0 ? parameter_at(signature, outline, at) : nullptr) {
    hint.mark_begin = parameter->begin;
    hint.mark_end = parameter->end;
    hint.about =
        parameter->is_count && follows_items(outline, at) ? "may be left out: how many items" : parameter->about;
  }
  if (hint.about.empty()) hint.about = std::move(signature.about);
  hint.prototype = std::move(signature.text);
  return hint;
}

}  // namespace

std::optional<Hint> hint_at(Runtime& runtime, const Module& module, std::string_view text, size_t cursor) {
  const Outline outline(text, std::min(cursor, text.size()));
  if (outline.in_comment()) return std::nullopt;
  ArgumentPlace at = innermost_place(outline);
  for (int i = 0; i < kMostForms && at.form != Outline::kRoot; i++, at = place_around(outline, at)) {
    if (is_quoted(outline, at.form)) continue;
    if (auto field = field_hint(runtime, module, outline, at.form)) return field;
    auto signature = struct_signature(runtime, module, outline, at);
    if (!signature) signature = signature_of_call(runtime, module, outline, at.form);
    if (signature) return hint_from(std::move(*signature), outline, at);
  }
  return std::nullopt;
}

}  // namespace elle::lang
