// Tags become what text_blocks() reads in their place: a list's item a line with a dash, a heading one with a hash.
#include "core/documentation/html_text.h"

#include <algorithm>
#include <cctype>

namespace elle::core {

namespace {

struct Tag {
  std::string_view name;
  std::string_view opened, closed;  // what stands in place of <name> and </name>
};

constexpr Tag kTags[] = {
    {"a", "", ""},
    {"b", "", ""},
    {"blockquote", "\n\n", "\n\n"},
    {"br", " ", ""},
    {"center", "", ""},
    {"code", "`", "`"},
    {"dd", ": ", ""},
    {"dl", "\n\n", "\n\n"},
    {"dt", "\n- ", ""},
    {"em", "", ""},
    {"h1", "\n\n# ", "\n\n"},
    {"h2", "\n\n## ", "\n\n"},
    {"h3", "\n\n### ", "\n\n"},
    {"i", "", ""},
    {"kbd", "", ""},
    {"li", "\n- ", ""},
    {"ol", "\n\n", "\n\n"},
    {"p", "\n\n", "\n\n"},
    {"pre", "\n\n```\n", "\n```\n\n"},
    {"span", "", ""},
    {"strong", "", ""},
    {"sub", "", ""},
    {"sup", "^", ""},
    {"table", "\n\n", "\n\n"},
    {"td", "  ", ""},
    {"th", "  ", ""},
    {"tr", "\n- ", ""},
    {"tt", "`", "`"},
    {"u", "", ""},
    {"ul", "\n\n", "\n\n"},
    {"var", "`", "`"},
};

struct Entity {
  std::string_view name, text;
};

constexpr Entity kEntities[] = {{"&lt;", "<"},   {"&gt;", ">"},  {"&quot;", "\""}, {"&apos;", "'"},
                                {"&nbsp;", " "}, {"&#39;", "'"}, {"&le;", "≤"},    {"&ge;", "≥"},
                                {"&rarr;", "→"}, {"&#64;", "@"}, {"&#58;", ":"},   {"&amp;", "&"}};

// The tag at the start of `text`, and what follows it; null when it is none of HTML's.
// A tag stands on one line and is one that is known: `<stdio.h>`, `a < b` and `<T>` are words of C.
const Tag* tag_at(std::string_view text, bool& closes, size_t& size) {
  size_t at = 1;
  closes = text.size() > 1 && text[1] == '/';
  if (closes) at++;
  std::string name;
  while (at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])))
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at++])));
  if (at >= text.size() || (text[at] != '>' && text[at] != ' ' && text[at] != '/')) return nullptr;
  const size_t end = text.find('>', at);
  if (end == text.npos || text.substr(0, end).find('\n') != text.npos) return nullptr;
  size = end + 1;
  const auto* found =
      std::find_if(std::begin(kTags), std::end(kTags), [&](const Tag& tag) { return tag.name == name; });
  return found == std::end(kTags) ? nullptr : found;
}

std::string without_entities(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size();) {
    const auto* found = std::find_if(std::begin(kEntities), std::end(kEntities), [&](const Entity& entity) {
      return text[i] == '&' && text.substr(i).starts_with(entity.name);
    });
    plain.append(found == std::end(kEntities) ? text.substr(i, 1) : found->text);
    i += found == std::end(kEntities) ? 1 : found->name.size();
  }
  return plain;
}

}  // namespace

std::string html_to_text(std::string_view text) {
  std::string plain;
  bool any = false;
  for (size_t i = 0; i < text.size();) {
    bool closes = false;
    size_t size = 0;
    const Tag* tag = text[i] == '<' ? tag_at(text.substr(i), closes, size) : nullptr;
    if (!tag) {
      plain += text[i++];
      continue;
    }
    any = true;
    const std::string_view text_of_tag = closes ? tag->closed : tag->opened;
    // The colon of a definition stands at its term.
    if (text_of_tag.starts_with(':')) plain.erase(plain.find_last_not_of(" \n") + 1);
    plain.append(text_of_tag);
    i += size;
    // What follows an item's mark begins its text.
    if (plain.ends_with("- ") || plain.ends_with(": "))
      while (i < text.size() && std::isspace(static_cast<unsigned char>(text[i]))) i++;
  }
  return any || plain.find('&') != plain.npos ? without_entities(plain) : plain;
}

}  // namespace elle::core
