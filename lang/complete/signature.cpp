// How a call is written, from where it is known: a header, a docstring, a definition in the text, a struct's field.
#include "lang/complete/signature.h"

#include "core/base/text.h"

#include "lang/bridge/ask/c_signature.h"
#include "lang/compile/compiler.h"
#include "lang/complete/locals.h"
#include "lang/complete/value_types.h"
#include "lang/load/usage.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

Signature from_c(BridgeContext& bridge, CSignature c) {
  Signature signature;
  signature.text = std::move(c.prototype);
  signature.about = std::move(c.note);
  for (const CParameter& parameter : c.parameters) {
    SignatureParameter taken{parameter.begin, parameter.end};
    taken.type = parameter.type;
    taken.is_count = parameter.is_count;
    taken.about = about_parameter(bridge, parameter);
    signature.parameters.push_back(std::move(taken));
  }
  if (c.variadic && !signature.parameters.empty()) signature.parameters.back().rest = true;
  return signature;
}

std::optional<Signature> from_usage(const Usage& usage, bool bracketed_first) {
  if (usage.call.empty()) return std::nullopt;
  Signature signature = parse_usage(usage.call, bracketed_first);
  signature.about = core::first_sentence(sentences_after(usage.sentences));
  return signature;
}

// What is called by a name: it may be local, of the language, of a script, or C's.
std::optional<Signature> signature_of_name(Runtime& runtime, const Module& module, const Outline& outline,
                                           NodeIndex form, std::string_view name) {
  const bool bracketed_first = outline.child_count(form) > 1 && outline.is_bracketed(outline.child(form, 1));
  if (const auto local = find_local(outline, {form, 0}, name))
    return local->usage.empty() ? std::nullopt : std::optional(parse_usage(local->usage, bracketed_first));
  if (auto special = from_usage(usage_of_special_form(name), bracketed_first)) return special;
  const Cell* cell = find_global(runtime, module, runtime.symbols.intern(name));
  const bool of_script = cell && !cell->value.is(Tag::kUnbound) && !(cell->flags & Cell::kHeader);
  if (of_script)
    if (auto signature = from_usage(usage_of(runtime, name, cell->value), bracketed_first)) return signature;
  if (!runtime.bridge) return std::nullopt;
  auto c = of_script ? c_signature_of_value(*runtime.bridge, name, cell->value) : c_signature(*runtime.bridge, name);
  return c ? std::optional(from_c(*runtime.bridge, std::move(*c))) : std::nullopt;
}

}  // namespace

std::optional<Signature> signature_of_call(Runtime& runtime, const Module& module, const Outline& outline,
                                           NodeIndex form) {
  const std::string_view name = outline.head(form);
  if (!name.empty()) return signature_of_name(runtime, module, outline, form, name);
  // ((.compare table) a b): what C gives may be a function.
  if (!runtime.bridge || !outline.is_list(form) || outline.child_count(form) == 0) return std::nullopt;
  const NodeIndex called = outline.child(form, 0);
  const CTypeId type = ValueTypes(runtime, module, outline).of(called);
  auto c = c_signature_of_type(*runtime.bridge, outline.text(called), type);
  return c ? std::optional(from_c(*runtime.bridge, std::move(*c))) : std::nullopt;
}

namespace {

// Whether an argument cannot be a number of items: a text, a list, …
bool is_no_count(const Outline& outline, NodeIndex argument) {
  switch (outline[argument].kind) {
    case TokenKind::kString:
    case TokenKind::kUnclosedString:
    case TokenKind::kOpenVector:
    case TokenKind::kOpenRoundVector:
    case TokenKind::kOpenMap:
    case TokenKind::kOpenBytes:
    case TokenKind::kNil:
    case TokenKind::kKeyword:
      return true;
    default:
      return outline[argument].prefix.has_value();
  }
}

const SignatureParameter* keyed(const Signature& signature, std::string_view key) {
  for (const SignatureParameter& parameter : signature.parameters)
    if (!parameter.key.empty() && parameter.key == key) return &parameter;
  return nullptr;
}

const SignatureParameter* positional(const Signature& signature, size_t index) {
  const SignatureParameter* last = nullptr;
  for (const SignatureParameter& parameter : signature.parameters) {
    if (!parameter.key.empty()) continue;
    last = &parameter;
    if (index-- == 0) return last;
  }
  return last && last->rest ? last : nullptr;
}

}  // namespace

const SignatureParameter* parameter_at(const Signature& signature, const Outline& outline, ArgumentPlace at) {
  const auto& arguments = outline[at.form].children;
  size_t index = 0;
  for (size_t i = 1; i <= at.place; i++) {
    const bool last = i == at.place;
    const bool keyword = i < arguments.size() && outline[arguments[i]].kind == TokenKind::kKeyword;
    if (const auto* parameter = keyword ? keyed(signature, outline.text(arguments[i]).substr(1)) : nullptr) {
      if (last || i + 1 == at.place) return parameter;
      i++;
      continue;
    }
    const SignatureParameter* parameter = positional(signature, index);
    // (f [1 2] "x"): the count of the items is left out.
    if (parameter && parameter->is_count && i < arguments.size() && is_no_count(outline, arguments[i]))
      parameter = positional(signature, ++index);
    if (last) return parameter;
    index++;
  }
  return nullptr;
}

}  // namespace elle::lang
