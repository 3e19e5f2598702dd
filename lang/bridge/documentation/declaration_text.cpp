// The same text as prototype.h makes, in colours and on several lines. A name is looked for in the finished
// declaration, because C writes it in the middle of its type: `int (*compare)(int)`.
#include "lang/bridge/documentation/declaration_text.h"

#include <cctype>

#include "lang/bridge/types/prototype.h"

namespace elle::lang {

namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// Where `name` stands in its declaration, as a whole word; npos for an empty name.
size_t place_of(std::string_view name, std::string_view declaration) {
  if (name.empty()) return declaration.npos;
  for (size_t at = declaration.rfind(name); at != declaration.npos; at = declaration.rfind(name, at - 1)) {
    const size_t end = at + name.size();
    const bool whole =
        (at == 0 || !is_word(declaration[at - 1])) && (end == declaration.size() || !is_word(declaration[end]));
    if (whole) return at;
    if (at == 0) break;
  }
  return declaration.npos;
}

std::string painted(const Paint& paint, std::string_view declaration, std::string_view name, Role role) {
  const size_t at = place_of(name, declaration);
  if (at == declaration.npos) return paint(Role::kType, declaration);
  std::string text = paint(Role::kType, declaration.substr(0, at)) + paint(role, name);
  const std::string_view behind = declaration.substr(at + name.size());
  return behind.empty() ? text : text + paint(Role::kType, behind);
}

}  // namespace

std::string painted_declaration(const Paint& paint, const core::TypeTable& types, core::TypeId type,
                                std::string_view name, Role role) {
  return painted(paint, types.text(type, name), name, role);
}

void put_prototype(Page& page, const core::TypeTable& types, std::string_view name, core::TypeId function,
                   std::span<const std::string> parameter_names) {
  const Paint& paint = page.paint();
  const std::string plain = prototype_text(types, name, function, parameter_names);
  const core::FunctionType& type = types.function_type(function);
  const bool broken = page.has_screen() && plain.size() > page.width() && !type.parameters.empty();
  const std::string_view separator = broken ? ",\n    " : ", ";
  std::string text =
      painted(paint, plain.substr(0, plain.find(std::string(name) + "(") + name.size()), name, Role::kName);
  text += broken ? "(\n    " : "(";
  for (size_t i = 0; i < type.parameters.size(); i++) {
    const std::string parameter = i < parameter_names.size() ? parameter_names[i] : std::string();
    if (i > 0) text += separator;
    text += painted_declaration(paint, types, type.parameters[i], parameter, Role::kPlain);
  }
  if (type.variadic) text.append(type.parameters.empty() ? "" : separator).append("...");
  if (type.parameters.empty() && !type.variadic) text += paint(Role::kType, "void");
  page.line(text + ")");
}

}  // namespace elle::lang
