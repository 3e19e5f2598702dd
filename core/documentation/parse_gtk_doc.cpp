// Read line by line, with a target that says what a continued line belongs to. The text itself is Markdown with
// gi-docgen's or gtk-doc's markup, the same as in .gir files (gi_docgen_blocks).
#include <algorithm>
#include <cctype>

#include "core/base/text.h"
#include "core/documentation/gtk_markup.h"
#include "core/documentation/html_text.h"
#include "core/documentation/parse_comment.h"
#include "core/documentation/text_blocks.h"

namespace elle::core {

namespace {

bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == ':' || c == '.';
}

// "@name:" at the start of a line: the name, and in `rest` what follows; else empty.
std::string_view parameter_name(std::string_view line, std::string_view& rest) {
  if (!line.starts_with('@')) return {};
  size_t end = 1;
  while (end < line.size() && is_name_character(line[end]) && line[end] != ':') end++;
  if (end == 1 || end >= line.size() || line[end] != ':') return {};
  rest = trim(line.substr(end + 1));
  return line.substr(1, end - 1);
}

// "gtk_window_new:", "SECTION:x", "struct foo - summary", "name() - summary": the summary in `rest`.
bool is_first_line(std::string_view line, std::string_view& rest) {
  for (const std::string_view word : {"struct ", "enum ", "union ", "typedef "})
    if (line.starts_with(word)) line.remove_prefix(word.size());
  size_t end = 0;
  while (end < line.size() && is_name_character(line[end])) end++;
  if (end == 0) return false;
  const bool colon = line[end - 1] == ':';
  rest = line.substr(end);
  if (rest.starts_with("()")) rest.remove_prefix(2);
  rest = trim(rest);
  if (rest.starts_with("- ")) return rest = trim(rest.substr(2)), true;
  // Annotations may follow the name: `g_list_free: (skip)`.
  if (!colon || (!rest.empty() && rest[0] != '(')) return false;
  return rest = {}, true;
}

enum class Ending : uint8_t { kReturns, kSince, kDeprecated, kOther };
struct EndingWord {
  std::string_view word;
  Ending ending;
};
// Paragraphs below the text, and what each is.
constexpr EndingWord kEndings[] = {
    {"Returns:", Ending::kReturns}, {"Return:", Ending::kReturns},  {"Return value:", Ending::kReturns},
    {"Since:", Ending::kSince},     {"Since ", Ending::kSince},     {"Deprecated:", Ending::kDeprecated},
    {"Stability:", Ending::kOther}, {"Rename to:", Ending::kOther}, {"Type:", Ending::kOther},
};

// Reads line by line; what a line belongs to stands until the next that begins something.
class GtkDocReader {
 public:
  Document read(std::string_view comment) {
    const std::vector<std::string_view> lines = lines_of(comment);
    size_t at = 0;
    std::string_view summary;
    if (!lines.empty() && is_first_line(trim(lines[0]), summary)) at = 1;
    text_.append(summary).append(summary.empty() ? "" : "\n\n");
    for (; at < lines.size(); at++) take_line(lines[at]);
    document_.blocks = gi_docgen_blocks(text_, {});
    finish_parts();
    return std::move(document_);
  }

 private:
  void take_line(std::string_view line) {
    const std::string_view words = trim(line);
    std::string_view rest;
    if (const std::string_view name = parameter_name(words, rest); !name.empty() && !in_code_) {
      document_.parts.push_back({std::string(name), std::string(rest)});
      target_ = Target::kPart;
    } else if (words.empty()) {
      target_ = Target::kText;
      text_ += '\n';
    } else if (target_ == Target::kPart) {
      (document_.parts.back().text += ' ') += words;
    } else if (!in_code_ && starts_ending(words)) {
      return;
    } else if (target_ != Target::kText) {
      (*ending_ += ' ') += words;
    } else {
      note_code(words);
      text_.append(line) += '\n';
    }
  }

  // Inside an example nothing is a parameter or an ending.
  void note_code(std::string_view words) {
    const bool gtk = words.find("|[") != words.npos;
    if (in_code_ ? words.find(code_end_) != words.npos : gtk || !code_end_mark(words).empty()) {
      code_end_ = gtk ? "]|" : code_end_mark(words);
      in_code_ = !in_code_;
    }
  }

  bool starts_ending(std::string_view words) {
    for (const EndingWord& candidate : kEndings) {
      if (!words.starts_with(candidate.word)) continue;
      ending_ = candidate.ending == Ending::kReturns      ? &document_.returns
                : candidate.ending == Ending::kSince      ? &document_.since
                : candidate.ending == Ending::kDeprecated ? &document_.deprecated
                                                          : &ignored_;
      *ending_ = trim(words.substr(candidate.word.size()));
      target_ = Target::kEnding;
      return true;
    }
    return false;
  }

  void finish_parts() {
    for (NamedText& part : document_.parts) {
      // `@Returns: …`, as some write it.
      if (part.name == "Returns" || part.name == "returns") document_.returns = part.text;
      part.text = annotated(part.text, Annotated::kParameter);
    }
    std::erase_if(document_.parts,
                  [](const NamedText& part) { return part.name == "Returns" || part.name == "returns"; });
    document_.returns = annotated(document_.returns, Annotated::kResult);
    document_.deprecated = gtk_inline_text(one_line(document_.deprecated), {});
  }

  static std::string annotated(std::string_view text, Annotated what) {
    const std::string facts = take_annotations(text, what);
    return with_facts(gtk_inline_text(one_line(text), {}), facts);
  }

  enum class Target : uint8_t { kText, kPart, kEnding };
  Document document_;
  std::string text_;
  std::string ignored_;
  std::string* ending_ = &ignored_;
  Target target_ = Target::kText;
  bool in_code_ = false;
  std::string_view code_end_;
};

}  // namespace

// A first line with a name and a colon, or any @parameter: line: one of the two is always there.
bool is_gtk_doc(std::string_view comment) {
  const std::vector<std::string_view> lines = lines_of(comment);
  std::string_view rest;
  if (!lines.empty() && is_first_line(trim(lines[0]), rest)) return true;
  return std::any_of(lines.begin(), lines.end(),
                     [&](std::string_view line) { return !parameter_name(trim(line), rest).empty(); });
}

Document parse_gtk_doc(std::string_view comment) { return GtkDocReader().read(comment); }

namespace {

// The marks around examples on lines of their own; they may stand at the end of a sentence.
std::string with_code_apart(std::string_view text) {
  std::string apart;
  for (size_t i = 0; i < text.size(); i++) {
    const bool mark = text.substr(i).starts_with("|[") || text.substr(i).starts_with("]|");
    if (!mark)
      apart += text[i];
    else
      apart.append("\n").append(text.substr(i++, 2)).append("\n");
  }
  return apart;
}

// "<!-- -->" keeps a comment in an example from ending the comment that the example stands in.
std::string without_comment_marks(std::string code) {
  constexpr std::string_view kMark = "<!-- -->";
  for (size_t at = code.find(kMark); at != code.npos; at = code.find(kMark, at)) code.erase(at, kMark.size());
  return code;
}

}  // namespace

std::vector<Block> gi_docgen_blocks(std::string_view text, std::string_view space) {
  std::vector<Block> blocks;
  for (Block& block : text_blocks(html_to_text(with_code_apart(text)))) {
    if (block.kind == BlockKind::kCode)
      block.text = without_comment_marks(block.text);
    else
      block.text = gtk_inline_text(block.text, space);
    // A picture leaves nothing.
    if (!block.text.empty()) blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace elle::core
