// A command owns the lines up to the next command or an empty line; text outside of commands is collected and laid out
// at the end, so that a \note between two paragraphs stands between them.
#include <algorithm>
#include <span>

#include "core/base/text.h"
#include "core/documentation/html_text.h"
#include "core/documentation/parse_comment.h"
#include "core/documentation/text_blocks.h"

namespace elle::core {

namespace {

// What the text behind a command is.
enum class Section : uint8_t { kText, kParameter, kReturns, kValue, kSeeAlso, kNote, kSince, kDeprecated, kNothing };

struct Command {
  std::string_view name;
  Section section;
  std::string_view label = {};  // of a note
};

// Commands that begin a line. kNothing leaves out the rest of the line: how pages are made is no news to a reader.
constexpr Command kCommands[] = {
    {"brief", Section::kText},
    {"short", Section::kText},
    {"details", Section::kText},
    {"par", Section::kText},
    {"li", Section::kText, "-"},
    {"arg", Section::kText, "-"},
    {"param", Section::kParameter},
    {"tparam", Section::kParameter},
    {"return", Section::kReturns},
    {"returns", Section::kReturns},
    {"result", Section::kReturns},
    {"retval", Section::kValue},
    {"sa", Section::kSeeAlso},
    {"see", Section::kSeeAlso},
    {"since", Section::kSince},
    {"deprecated", Section::kDeprecated},
    {"note", Section::kNote, "Note"},
    {"remark", Section::kNote, "Note"},
    {"remarks", Section::kNote, "Note"},
    {"warning", Section::kNote, "Warning"},
    {"attention", Section::kNote, "Warning"},
    {"important", Section::kNote, "Important"},
    {"pre", Section::kNote, "Before"},
    {"post", Section::kNote, "After"},
    {"invariant", Section::kNote, "Always"},
    {"bug", Section::kNote, "Bug"},
    {"threadsafety", Section::kNote, "Threads"},
    {"throws", Section::kNote, "Throws"},
    {"example", Section::kNote, "Example"},
    {"ingroup", Section::kNothing},
    {"addtogroup", Section::kNothing},
    {"defgroup", Section::kNothing},
    {"weakgroup", Section::kNothing},
    {"name", Section::kNothing},
    {"fn", Section::kNothing},
    {"def", Section::kNothing},
    {"struct", Section::kNothing},
    {"union", Section::kNothing},
    {"enum", Section::kNothing},
    {"typedef", Section::kNothing},
    {"var", Section::kNothing},
    {"file", Section::kNothing},
    {"author", Section::kNothing},
    {"headerfile", Section::kNothing},
    {"relates", Section::kNothing},
    {"internal", Section::kNothing},
    {"hideinitializer", Section::kNothing},
    {"callgraph", Section::kNothing},
    {"{", Section::kNothing},
    {"}", Section::kNothing},
};

// Commands inside a text, each followed by the word it is about.
constexpr std::string_view kCodeWords[] = {"c", "p", "a", "ref", "link", "cpp"};
constexpr std::string_view kPlainWords[] = {"b", "e", "em", "endlink"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_mark(char c) { return c == '\\' || c == '@'; }

// The name of the command that a text begins with, "" when there is none.
std::string_view command_name(std::string_view text) {
  if (text.size() < 2 || !is_mark(text[0])) return {};
  if (text[1] == '{' || text[1] == '}') return text.substr(1, 1);
  size_t end = 1;
  while (end < text.size() && is_letter(text[end])) end++;
  return text.substr(1, end - 1);
}

const Command* find_command(std::string_view line) {
  const std::string_view name = command_name(line);
  const auto* found = std::find_if(std::begin(kCommands), std::end(kCommands),
                                   [&](const Command& command) { return command.name == name; });
  return name.empty() || found == std::end(kCommands) ? nullptr : found;
}

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Takes the first word off a text.
std::string_view next_word(std::string_view& text) {
  text = trim(text);
  const std::string_view word = text.substr(0, text.find_first_of(" \t\n"));
  text.remove_prefix(word.size());
  text = trim(text);
  return word;
}

// The end of the name at `at`: letters, digits, `_`, `::`, and the `()` of a function.
size_t name_end(std::string_view text, size_t at) {
  while (at < text.size() &&
         (is_letter(text[at]) || (text[at] >= '0' && text[at] <= '9') || text[at] == '_' ||
          (text[at] == ':' && at + 1 < text.size() && (text[at + 1] == ':' || text[at - 1] == ':'))))
    at++;
  return text.substr(at).starts_with("()") ? at + 2 : at;
}

// "\c word", "\ref word", "#name", "%Word", "\\" as a reader wants to see them.
std::string inline_text(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); i++) {
    const bool starts_word = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n' || text[i - 1] == '(';
    const std::string_view name = command_name(text.substr(i));
    if (is_mark(text[i]) && (is_one_of(kCodeWords, name) || is_one_of(kPlainWords, name))) {
      const bool code = is_one_of(kCodeWords, name);
      i += name.size();
      while (i + 1 < text.size() && text[i + 1] == ' ') i++;
      const size_t end = std::max(name_end(text, i + 1), i + 1);
      const std::string_view word = text.substr(i + 1, end - i - 1);
      plain.append(code && !word.empty() ? "`" : "").append(word).append(code && !word.empty() ? "`" : "");
      i = end - 1;
    } else if (text[i] == '\\' && i + 1 < text.size() && !is_letter(text[i + 1])) {
      plain += text[++i];
    } else if ((text[i] == '#' || text[i] == '%') && starts_word && i + 1 < text.size() && is_letter(text[i + 1])) {
      continue;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

// "[in]", "[in,out]" in front of a parameter's name, or of the text behind "param", as words.
std::string direction(std::string_view& text) {
  if (!text.starts_with('[')) return {};
  const size_t end = text.find(']');
  if (end == text.npos) return {};
  const std::string_view inside = text.substr(1, end - 1);
  text = trim(text.substr(end + 1));
  const bool in = inside.find("in") != inside.npos, out = inside.find("out") != inside.npos;
  return out && in ? "in and out: " : out ? "out: " : "";
}

class DoxygenReader {
 public:
  Document read(std::string_view comment) {
    std::string_view code_end;
    for (const std::string_view line : lines_of(comment)) {
      if (!code_end.empty()) {
        if (trim(line).starts_with(code_end)) code_end = {};
        keep(line);
      } else if (const std::string_view end = code_end_mark(line); !end.empty()) {
        code_end = end;
        if (section_ != Section::kNote) start(Section::kText, {});
        keep(line);
      } else {
        take_line(line);
      }
    }
    finish();
    add_text();
    return std::move(document_);
  }

 private:
  void take_line(std::string_view line) {
    const std::string_view words = trim(line);
    const Command* command = find_command(words);
    if (!command) {
      // An empty line ends what a command began.
      if (words.empty() && section_ != Section::kText) start(Section::kText, {});
      return keep(line);
    }
    start(command->section, command->label);
    std::string_view rest = words.substr(command->name.size() + 1);
    if (command->section == Section::kText && command->label == "-") text_ += "\n- ";
    keep(command->section == Section::kText ? trim(rest) : rest);
  }

  void keep(std::string_view line) {
    std::string& target = section_ == Section::kText ? text_ : behind_command_;
    target.append(line) += '\n';
  }

  // What was read so far is put away before the next command takes over.
  void start(Section section, std::string_view label) {
    finish();
    section_ = section;
    label_ = label;
  }

  // Puts what was read behind a command where it belongs.
  void finish() {
    std::string_view text = trim(behind_command_);
    switch (section_) {
      case Section::kParameter:
      case Section::kValue:
        add_named(text);
        break;
      case Section::kReturns:
        (document_.returns += document_.returns.empty() ? "" : " ") += one_line(inline_text(text));
        break;
      case Section::kSeeAlso:
        add_see_also(text);
        break;
      case Section::kNote:
        add_text();
        document_.blocks.push_back({BlockKind::kNote, one_line(inline_text(text)), std::string(label_), 0});
        break;
      case Section::kSince:
        document_.since = one_line(inline_text(text));
        break;
      case Section::kDeprecated:
        document_.deprecated = one_line(inline_text(text));
        break;
      case Section::kText:
      case Section::kNothing:
        break;
    }
    behind_command_.clear();
    section_ = Section::kText;
  }

  void add_named(std::string_view text) {
    std::string way = direction(text);
    const std::string_view name = next_word(text);
    if (way.empty()) way = direction(text);
    if (text.starts_with("- ")) text = trim(text.substr(2));
    auto& list = section_ == Section::kValue ? document_.values : document_.parts;
    if (!name.empty()) list.push_back({std::string(name), way + one_line(inline_text(text))});
  }

  void add_see_also(std::string_view text) {
    for (const std::string& piece : split(text, ','))
      if (std::string name = one_line(inline_text(piece)); !name.empty()) document_.see_also.push_back(std::move(name));
  }

  void add_text() {
    for (Block& block : text_blocks(text_)) {
      if (block.kind != BlockKind::kCode) block.text = inline_text(block.text);
      document_.blocks.push_back(std::move(block));
    }
    text_.clear();
  }

  Document document_;
  std::string text_;            // outside of commands
  std::string behind_command_;  // of the section
  Section section_ = Section::kText;
  std::string_view label_;
};

}  // namespace

bool is_doxygen(std::string_view comment) {
  for (const std::string_view line : lines_of(comment)) {
    const std::string_view words = trim(line);
    const Command* command = find_command(words);
    // "@name:" is a parameter of gtk-doc, whatever it is called.
    if (command && !words.substr(command->name.size() + 1).starts_with(':')) return true;
  }
  return comment.find("\\c ") != comment.npos || comment.find("\\ref ") != comment.npos ||
         comment.find("\\p ") != comment.npos || comment.find("\\code") != comment.npos ||
         comment.find("@code") != comment.npos;
}

Document parse_doxygen(std::string_view comment) {
  const std::string text = html_to_text(comment);
  return DoxygenReader().read(text);
}

}  // namespace elle::core
