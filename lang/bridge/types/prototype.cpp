// The text and the places of its parameters are made together, so that what an error marks is what it shows.
#include "lang/bridge/types/prototype.h"

namespace elle::lang {

std::string prototype_text(const core::TypeTable& types, std::string_view name, core::TypeId function,
                           std::span<const std::string> parameter_names, std::vector<ParameterRange>* ranges) {
  const core::FunctionType& type = types.function_type(function);
  std::string text = types.text(type.result);
  if (text.back() != '*') text += ' ';
  text.append(name).append("(");
  const auto add = [&](const std::string& parameter, bool first) {
    if (!first) text += ", ";
    if (ranges) ranges->push_back({text.size(), text.size() + parameter.size()});
    text += parameter;
  };
  for (size_t i = 0; i < type.parameters.size(); i++)
    add(types.text(type.parameters[i], i < parameter_names.size() ? parameter_names[i] : std::string()), i == 0);
  if (type.variadic) add("...", type.parameters.empty());
  return text + (type.parameters.empty() && !type.variadic ? "void)" : ")");
}

std::vector<std::string> parameter_names(const core::Declaration& function) {
  std::vector<std::string> names;
  for (uint32_t i = 0; i < function.parameter_count(); i++) names.emplace_back(function.parameter(i).name);
  return names;
}

}  // namespace elle::lang
