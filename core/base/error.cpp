// Error fields as one text, for what crosses from a helper process.
#include "core/base/error.h"

#include <cstdlib>

namespace elle::core {

namespace {

// Before the name of a field, what its value is.
constexpr char kText = 't', kNumber = 'n', kWord = 'w';

// Takes what stands before the next 0 byte off the text.
std::string_view take_part(std::string_view& text) {
  const size_t end = text.find('\0');
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

}  // namespace

std::string fields_text(const ErrorFields& fields) {
  std::string text;
  const auto add = [&](char mark, const std::string& name, const std::string& value) {
    text += mark + name + '\0' + value + '\0';
  };
  for (const auto& [name, value] : fields) {
    if (const auto* string = std::get_if<std::string>(&value)) add(kText, name, *string);
    if (const auto* number = std::get_if<uint64_t>(&value)) add(kNumber, name, std::to_string(*number));
    if (const auto* word = std::get_if<Word>(&value)) add(kWord, name, word->name);
  }
  return text;
}

ErrorFields fields_from(std::string_view text) {
  ErrorFields fields;
  while (!text.empty()) {
    const std::string_view name = take_part(text);
    const std::string value(take_part(text));
    if (name.empty()) return {};
    ErrorField field{std::string(name.substr(1)), value};
    if (name[0] == kNumber) field.value = static_cast<uint64_t>(std::strtoull(value.c_str(), nullptr, 10));
    if (name[0] == kWord) field.value = Word{value};
    fields.push_back(std::move(field));
  }
  return fields;
}

}  // namespace elle::core
