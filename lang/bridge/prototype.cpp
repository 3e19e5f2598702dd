#include "lang/bridge/prototype.h"

namespace elle::lang {

std::string prototype_text(const core::TypeTable& types, std::string_view name, core::TypeId function,
                           std::span<const std::string> parameter_names) {
  const core::FunctionType& type = types.function_type(function);
  std::string text = types.text(type.result);
  if (text.back() != '*') text += ' ';
  text.append(name).append("(");
  for (size_t i = 0; i < type.parameters.size(); i++) {
    if (i > 0) text += ", ";
    text += types.text(type.parameters[i], i < parameter_names.size() ? parameter_names[i] : std::string());
  }
  if (type.variadic) text += type.parameters.empty() ? "..." : ", ...";
  return text + (type.parameters.empty() && !type.variadic ? "void)" : ")");
}

}  // namespace elle::lang
