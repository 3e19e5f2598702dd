#include "core/library/pc_file.h"

#include <unordered_map>
#include <utility>

#include "core/base/file.h"
#include "core/base/text.h"

namespace elle::core {
namespace {

using Variables = std::unordered_map<std::string, std::string>;

// `${name}` by its value; one that is not defined is left out, as pkg-config does.
std::string with_variables(std::string_view text, const Variables& variables) {
  std::string whole;
  while (!text.empty()) {
    size_t open = text.find("${"), close = open == std::string_view::npos ? open : text.find('}', open);
    whole += text.substr(0, close == std::string_view::npos ? text.size() : open);
    if (close == std::string_view::npos) break;
    auto found = variables.find(std::string(text.substr(open + 2, close - open - 2)));
    if (found != variables.end()) whole += found->second;
    text.remove_prefix(close + 1);
  }
  return whole;
}

std::vector<std::string> words_with(std::string_view option, std::string_view text) {
  std::vector<std::string> words;
  for (const std::string& word : flag_words(text))
    if (word.starts_with(option)) words.push_back(word.substr(option.size()));
  return words;
}

}  // namespace

std::vector<std::string> flag_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (size_t i = 0; i <= text.size(); i++) {
    bool end = i == text.size() || text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    if (end && !word.empty()) words.push_back(std::exchange(word, {}));
    if (end) continue;
    if (text[i] == '\\' && i + 1 < text.size()) i++;
    word += text[i];
  }
  return words;
}

Result<PcFile> read_pc_file(const std::string& path) {
  std::string text = TRY(read_file(path));
  PcFile file;
  Variables variables = {{"pcfiledir", std::string(parent_folder(path))}};
  for (const std::string& line : split(text, '\n')) {
    size_t mark = line.find_first_of("=:");
    if (mark == std::string::npos || line[0] == '#') continue;
    std::string name(trim(std::string_view(line).substr(0, mark)));
    std::string value = with_variables(trim(std::string_view(line).substr(mark + 1)), variables);
    if (line[mark] == '=')
      variables[name] = value;
    else if (name == "Version")
      file.version = value;
    else if (name == "Description")
      file.description = value;
    else if (name == "Libs")
      file.libraries = words_with("-l", value);
    else if (name == "Cflags" || name == "CFlags")
      file.include_folders = words_with("-I", value);
  }
  return file;
}

}  // namespace elle::core
