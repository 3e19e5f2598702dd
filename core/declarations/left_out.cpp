// The preprocessor without its macros' bodies: lines, conditions, and the text of branches that were not taken. Each
// `#if` that is open is a Branch; a name is left out if any of them does not hold.
//
// Conditions are evaluated with the macros as they stand at the end of the headers. One that was defined or undefined
// on the way misleads; include guards would do so always, and are told apart by the `#define` below them.
#include "core/declarations/left_out.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/declarations/condition.h"
#include "core/declarations/declared_words.h"

namespace elle::core {
namespace {

// The text with comments blanked out: lines stay what they are.
std::string without_comments(std::string text) {
  for (size_t at = 0; at < text.size(); at++) {
    if (text[at] == '"' || text[at] == '\'') {
      char quote = text[at];
      while (++at < text.size() && text[at] != quote && text[at] != '\n') at += text[at] == '\\';
      continue;
    }
    bool line = text.compare(at, 2, "//") == 0, block = text.compare(at, 2, "/*") == 0;
    if (!line && !block) continue;
    size_t end = block ? text.find("*/", at + 2) : text.find('\n', at);
    end = end == std::string::npos ? text.size() : block ? end + 2 : end;
    for (; at < end; at++)
      if (text[at] != '\n') text[at] = ' ';
    at--;
  }
  return text;
}

// Reads one header and collects what the parts that were left out declare.
class Header {
 public:
  Header(const DeclarationsFile& file, std::string path, std::vector<LeftOut>& found)
      : file_(file), path_(std::move(path)), found_(found) {
    lookup_ = [this](std::string_view name) -> std::optional<std::optional<int64_t>> {
      auto macro = file_.find(name, kMacros);
      if (!macro) return std::nullopt;
      bool number = macro->macro_value() == MacroValue::kInteger;
      return number ? std::optional<int64_t>(static_cast<int64_t>(macro->macro_bits())) : std::nullopt;
    };
  }

  void read(std::string_view text) {
    uint32_t number = 1;
    while (!text.empty()) {
      size_t end = end_of_line(text);
      std::string_view line = text.substr(0, end);
      std::string_view trimmed = trim(line);
      auto lines = static_cast<uint32_t>(std::count(line.begin(), line.end(), '\n'));
      if (trimmed.starts_with('#')) take_directive(trimmed.substr(1), number, text.substr(end));
      if (may_be_left_out()) take_text(trimmed.starts_with('#') ? std::string(lines, '\n') : std::string(line), number);
      number += lines;
      text.remove_prefix(end);
    }
    end_part();
  }

 private:
  // One `#if` that is open, as its current branch stands.
  struct Branch {
    Condition condition;
    std::string text;           // of the directive
    bool taken_before = false;  // a branch before this one held, or may have
  };

  // Behind the line's end, which a backslash puts off.
  static size_t end_of_line(std::string_view text) {
    size_t end = text.find('\n');
    while (end != std::string_view::npos && end > 0 && text[end - 1] == '\\') end = text.find('\n', end + 1);
    return end == std::string_view::npos ? text.size() : end + 1;
  }

  // Splits "ifdef  BAR" into the directive and the rest.
  static std::pair<std::string_view, std::string_view> split_directive(std::string_view text) {
    text = trim(text);
    size_t length = 0;
    while (length < text.size() && std::isalpha(static_cast<unsigned char>(text[length]))) length++;
    return {text.substr(0, length), trim(text.substr(length))};
  }

  static std::string_view first_word(std::string_view text) {
    size_t length = 0;
    while (length < text.size() && is_word_letter(text[length])) length++;
    return text.substr(0, length);
  }

  void take_directive(std::string_view text, uint32_t line, std::string_view below) {
    auto [directive, rest] = split_directive(text);
    if (directive == "define") {
      if (may_be_left_out()) note(first_word(rest), line);
      return;
    }
    bool about_conditions = directive.starts_with("if") || directive.starts_with("el") || directive == "endif";
    if (!about_conditions) return;
    end_part();
    if (directive.starts_with("if"))
      open_.push_back(branch(directive, rest, below));
    else if (open_.empty())
      return;
    else if (directive == "endif")
      open_.pop_back();
    else
      change_branch(directive, rest, below);
  }

  Branch branch(std::string_view directive, std::string_view rest, std::string_view below) const {
    Branch made;
    made.text = fmt::format("#{} {}", directive, rest);
    std::string_view name = first_word(rest);
    if (directive == "ifdef")
      made.condition = evaluate_condition(fmt::format("defined {}", name), lookup_);
    else if (directive == "ifndef" && defines(below, name))
      made.condition.holds = true;  // of an include guard, and of a default: it was not defined when it mattered
    else if (directive == "ifndef")
      made.condition = evaluate_condition(fmt::format("!defined {}", name), lookup_);
    else
      made.condition = evaluate_condition(rest, lookup_);
    return made;
  }

  // Whether the next directive defines `name`.
  static bool defines(std::string_view below, std::string_view name) {
    while (!below.empty()) {
      size_t end = end_of_line(below);
      std::string_view line = trim(below.substr(0, end));
      if (line.starts_with('#')) {
        auto [directive, rest] = split_directive(line.substr(1));
        return directive == "define" && first_word(rest) == name;
      }
      below.remove_prefix(end);
    }
    return false;
  }

  void change_branch(std::string_view directive, std::string_view rest, std::string_view below) {
    Branch& current = open_.back();
    // Of a branch of which it cannot be told neither side counts as read. What was read in truth is in the file, and
    // note() leaves it out.
    bool taken_before = current.taken_before || current.condition.holds.value_or(true);
    Branch next;
    if (directive == "else") {
      next.text = "the #else of " + current.text;
      next.condition.holds = !taken_before;
    } else {
      next = branch("if", rest, below);
      next.text = fmt::format("#{} {}", directive, rest);
      if (taken_before) next.condition = {false, {}};
    }
    next.taken_before = taken_before;
    current = std::move(next);
  }

  // Where that cannot be told, it is what declares names that the file does not have.
  bool may_be_left_out() const {
    return std::any_of(open_.begin(), open_.end(),
                       [](const Branch& branch) { return !branch.condition.holds.value_or(false); });
  }

  void take_text(const std::string& line, uint32_t number) {
    if (part_.empty()) part_line_ = number;
    part_ += line;
  }

  void end_part() {
    for (const DeclaredWord& word : declared_words(part_)) note(word.name, part_line_ + word.line);
    part_.clear();
  }

  void note(std::string_view name, uint32_t line) {
    if (name.empty() || file_.find(name, kAnyKind)) return;
    LeftOut left_out;
    left_out.name = name;
    left_out.file = path_;
    left_out.line = line;
    bool enough = true;  // whether definitions alone bring it back
    for (const Branch& branch : open_) {
      if (branch.condition.holds.value_or(false)) continue;
      if (left_out.condition.empty()) left_out.condition = branch.text;
      enough = enough && !branch.condition.wanted.empty();
      for (const std::string& wanted : branch.condition.wanted) {
        left_out.cplusplus |= wanted == "__cplusplus";
        left_out.wanted.push_back(wanted);
      }
    }
    if (!enough) left_out.wanted.clear();
    found_.push_back(std::move(left_out));
  }

  const DeclarationsFile& file_;
  std::string path_;
  std::vector<LeftOut>& found_;
  MacroLookup lookup_;
  std::vector<Branch> open_;
  std::string part_;  // text that was left out, since the last directive
  uint32_t part_line_ = 0;
};

}  // namespace

std::string LeftOut::reason() const {
  std::string place = fmt::format("declared at {}:{}", file, line);
  if (cplusplus) return place + " for C++ only";
  if (wanted.empty()) return fmt::format("declared at {}:{}, but left out by `{}`", file, line, condition);
  return fmt::format("{} when {} {} defined", place, join(wanted, " and "), wanted.size() == 1 ? "is" : "are");
}

std::vector<LeftOut> find_left_out(const DeclarationsFile& file) {
  std::vector<LeftOut> found;
  for (uint32_t i = 0; i < file.count(format::SectionKind::kInputs); i++) {
    std::string path(file.string(file.row<format::InputRow>(format::SectionKind::kInputs, i).path));
    auto text = read_file(path);
    if (text.ok()) Header(file, path, found).read(without_comments(text.take()));
  }
  return found;
}

}  // namespace elle::core
