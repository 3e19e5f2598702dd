// The C type of an expression that is being typed, as far as the text tells it: what a call returns, what a field is,
// what a variable was bound to. Nothing is run.
#include "lang/complete/value_types.h"

#include "lang/bridge/ask/c_signature.h"
#include "lang/bridge/ask/c_types.h"
#include "lang/compile/compiler.h"
#include "lang/complete/locals.h"

namespace elle::lang {

namespace {

// A form that goes on from form to form further than this is no longer followed.
constexpr int kMostSteps = 12;

// What the type of a call's value is made of.
enum class Gives {
  kMemory,   // a pointer to the type that the first argument names
  kNamed,    // the type that the first argument names
  kSame,     // the type of the first argument
  kElement,  // what the first argument points to
  kFields,   // the field of the first argument that the others lead to
  kLast,     // the type of the last argument
};
struct Giver {
  std::string_view name;
  Gives gives;
};
constexpr Giver kGivers[] = {
    {"make-struct", Gives::kMemory}, {"make-array", Gives::kMemory}, {"out", Gives::kMemory},
    {"cast", Gives::kNamed},         {"as-c", Gives::kNamed},        {"view", Gives::kSame},
    {"ptr+", Gives::kSame},          {"own", Gives::kSame},          {"struct-set!", Gives::kSame},
    {"copy", Gives::kSame},          {"deref", Gives::kElement},     {"get", Gives::kElement},
    {"struct-get", Gives::kFields},  {"let", Gives::kLast},          {"do", Gives::kLast},
    {"begin", Gives::kLast},
};

}  // namespace

CTypeId ValueTypes::of(NodeIndex form, int depth) {
  if (depth > kMostSteps || (outline_[form].prefix && !outline_.is_list(form))) return 0;
  if (outline_.is_symbol(form)) return of_symbol(form, depth);
  return outline_.is_list(form) && outline_[form].prefix != TokenKind::kQuote ? of_call(form, depth) : 0;
}

CTypeId ValueTypes::of_symbol(NodeIndex symbol, int depth) {
  const std::string_view name = outline_.text(symbol);
  const OutlineNode& node = outline_[symbol];
  if (const auto local = find_local(outline_, {node.parent, node.place}, name))
    return local->value && *local->value != symbol ? of(*local->value, depth + 1) : 0;
  const Cell* cell = find_global(runtime_, module_, runtime_.symbols.intern(name));
  if (cell && !cell->value.is(Tag::kUnbound) && !(cell->flags & Cell::kHeader))
    return c_type_of_value(*runtime_.bridge, cell->value);
  return c_type_of_name(*runtime_.bridge, name);
}

CTypeId ValueTypes::of_call(NodeIndex call, int depth) {
  BridgeContext& bridge = *runtime_.bridge;
  const std::string_view head = outline_.head(call);
  if (head.empty()) {
    if (outline_.child_count(call) == 0) return 0;
    const auto called = c_signature_of_type(bridge, {}, of(outline_.child(call, 0), depth + 1));
    return called ? c_type_as_passed(bridge, called->result) : 0;
  }
  if (head.starts_with('.')) return of_fields(call, depth);
  const NodeIndex last = outline_.child(call, outline_.child_count(call) - 1);
  for (const Giver& giver : kGivers) {
    if (giver.name != head || outline_.child_count(call) < 2) continue;
    const NodeIndex first = outline_.child(call, 1);
    switch (giver.gives) {
      case Gives::kMemory:
        return c_pointer_to(bridge, meant_by(first));
      case Gives::kNamed:
        return c_type_as_passed(bridge, meant_by(first));
      case Gives::kSame:
        return of(first, depth + 1);
      case Gives::kElement:
        return c_type_as_passed(bridge, c_element_of(bridge, of(first, depth + 1)));
      case Gives::kFields:
        return of_fields(call, depth);
      case Gives::kLast:
        return of(last, depth + 1);
    }
  }
  if (find_local(outline_, {call, 0}, head)) return 0;
  const auto signature = c_signature(bridge, head);
  return signature ? c_type_as_passed(bridge, signature->result) : 0;
}

// (.field s), and (struct-get s 'field 'field).
CTypeId ValueTypes::of_fields(NodeIndex call, int depth) {
  if (outline_.child_count(call) < 2) return 0;
  CTypeId type = of(outline_.child(call, 1), depth + 1);
  const std::string_view head = outline_.head(call);
  if (head.starts_with('.')) return c_field_type(*runtime_.bridge, type, head.substr(1));
  for (size_t i = 2; i < outline_.child_count(call); i++) {
    const NodeIndex step = outline_.child(call, i);
    std::string_view name = outline_.text(step);
    if (outline_[step].kind == TokenKind::kKeyword) name.remove_prefix(1);
    if (outline_[step].end >= outline_.cursor() && outline_[step].begin < outline_.cursor()) break;
    type = outline_[step].kind == TokenKind::kNumber
               ? c_type_as_passed(*runtime_.bridge, c_element_of(*runtime_.bridge, type))
               : c_field_type(*runtime_.bridge, type, name);
  }
  return type;
}

CTypeId ValueTypes::meant_by(NodeIndex form) {
  std::string_view text = outline_.text(form);
  switch (outline_[form].kind) {
    case TokenKind::kString:
      return c_type_meant_by(*runtime_.bridge, text.substr(1, text.size() - 2));
    case TokenKind::kKeyword:
      return c_type_of_keyword(*runtime_.bridge, text.substr(1));
    case TokenKind::kSymbol:
      return c_type_meant_by(*runtime_.bridge, text);
    case TokenKind::kOpenList:
      break;
    default:
      return 0;
  }
  const std::string_view head = outline_.head(form);
  if (outline_.child_count(form) < 2) return 0;
  if (head == "c-type") return meant_by(outline_.child(form, 1));
  const bool pointer = outline_.text(outline_.child(form, 0)) == ":pointer";
  return pointer ? c_pointer_to(*runtime_.bridge, meant_by(outline_.child(form, 1))) : 0;
}

}  // namespace elle::lang
