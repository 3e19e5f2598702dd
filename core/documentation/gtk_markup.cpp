// Two generations of markup: gtk-doc's signs before names (%NULL, #GtkWidget, @title), and gi-docgen's links
// ([method@Gtk.Window.present]), which name things as GObject Introspection does and are turned back into what C calls
// them.
#include "core/documentation/gtk_markup.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <vector>

#include "core/base/text.h"

namespace elle::core {

namespace {

// Namespaces whose C names do not begin with their own: GLib.List is GList, g_list_free().
constexpr std::string_view kNamedG[] = {"GLib", "GObject", "Gio", "GModule", "GIRepository"};

// Links to what is called as a function.
constexpr std::string_view kCalled[] = {"method", "func", "ctor", "type_func", "class_method"};

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)); }

std::string_view c_prefix(std::string_view space) {
  return std::find(std::begin(kNamedG), std::end(kNamedG), space) == std::end(kNamedG) ? space : "G";
}

// GtkWindow's functions begin with gtk_window_, GdkGLContext's with gdk_gl_context_.
std::string snake(std::string_view name) {
  std::string words;
  for (size_t i = 0; i < name.size(); i++) {
    const bool upper = std::isupper(static_cast<unsigned char>(name[i]));
    const bool after_lower = i > 0 && !std::isupper(static_cast<unsigned char>(name[i - 1]));
    const bool before_lower = i > 1 && i + 1 < name.size() && std::islower(static_cast<unsigned char>(name[i + 1]));
    if (upper && (after_lower || before_lower)) words += '_';
    words += static_cast<char>(std::tolower(static_cast<unsigned char>(name[i])));
  }
  return words;
}

// "[method@Gtk.Window.present]" at the start of `text`: the C name, and its size in `size`; else empty.
std::string link_at(std::string_view text, std::string_view space, size_t& size) {
  const size_t at = text.find('@'), end = text.find(']');
  if (end == text.npos || at > end || at < 2) return {};
  const std::string_view kind = text.substr(1, at - 1);
  if (!std::all_of(kind.begin(), kind.end(), [](char c) { return is_letter(c) || c == '_'; })) return {};
  size = end + 1;
  return linked_c_name(kind, text.substr(at + 1, end - at - 1), space);
}

// "![picture](file.png)", "[words](link)" and "[words][link]": the size, and the words in `words`.
size_t markdown_link(std::string_view text, std::string_view& words) {
  const bool picture = text.starts_with("![");
  if (!picture && !text.starts_with('[')) return 0;
  size_t middle = text.find(']');
  if (middle == text.npos || middle + 1 >= text.size()) return 0;
  const char opened = text[middle + 1];
  if (opened != '(' && opened != '[') return 0;
  const size_t end = text.find(opened == '(' ? ')' : ']', middle + 1);
  if (end == text.npos || text.substr(0, middle).find('\n') != text.npos) return 0;
  words = picture ? std::string_view() : text.substr(1, middle - 1);
  return end + 1;
}

// An annotation with its value, if that matters, and what it means for a parameter and for a result.
struct Meaning {
  std::string_view name, value;
  std::string_view of_parameter, of_result;
};

constexpr Meaning kMeanings[] = {
    {"transfer", "full", "the function takes it over", "yours to free"},
    {"transfer", "container", "the function takes the container over",
     "the container is yours to free, not what is in it"},
    {"transfer", "floating", "", "a floating reference"},
    {"nullable", "", "may be NULL", "may be NULL"},
    {"allow-none", "", "may be NULL", "may be NULL"},
    {"optional", "", "may be NULL if you do not want it", ""},
    {"out", "", "out", ""},
    {"inout", "", "in and out", ""},
    {"scope", "call", "called only during this call", ""},
    {"scope", "async", "called once, later", ""},
    {"scope", "notified", "called until it is released", ""},
    {"scope", "forever", "called for ever", ""},
    {"closure", "", "handed to the callback", ""},
    {"skip", "", "", "of use to C only"},
};

}  // namespace

std::string linked_c_name(std::string_view kind, std::string_view target, std::string_view space) {
  if (kind == "id") return std::string(target) + "()";
  std::string_view member;  // "::signal", ":property"
  if (const size_t colon = target.find(':'); colon != target.npos) {
    member = target.substr(colon);
    target = target.substr(0, colon);
  }
  std::vector<std::string> parts = split(target, '.');
  const bool called = std::find(std::begin(kCalled), std::end(kCalled), kind) != std::end(kCalled);
  const size_t own = called && kind != "func" ? 2 : 1;  // parts without a namespace
  // [func@list_toplevels] and [class@Window] leave the namespace out.
  if (parts.size() <= own) parts.insert(parts.begin(), std::string(space));
  const std::string prefix(c_prefix(parts.empty() ? std::string_view() : parts[0]));
  if (parts.size() < 2) return std::string(target).append(member);
  if (!called && kind != "const")
    return prefix + parts[1] + (parts.size() > 2 ? "." + parts[2] : "") + std::string(member);
  std::string name = snake(prefix);
  for (size_t i = 1; i < parts.size(); i++) name += (name.empty() ? "" : "_") + snake(parts[i]);
  if (called) return name + "()";
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::toupper(c); });
  return name;
}

std::string gtk_inline_text(std::string_view text, std::string_view space) {
  std::string plain;
  for (size_t i = 0; i < text.size(); i++) {
    const std::string_view rest = text.substr(i);
    const bool starts_word = i == 0 || !is_word_letter(text[i - 1]);
    size_t size = 0;
    std::string_view words;
    if (rest[0] == '`') {
      // Code between backquotes is nobody's markup.
      const size_t end = std::min(rest.find('`', 1), rest.size() - 1);
      plain.append(rest.substr(0, end + 1));
      i += end;
    } else if (const std::string name = rest[0] == '[' ? link_at(rest, space, size) : ""; !name.empty()) {
      plain += name;
      i += size - 1;
    } else if (const size_t skipped = markdown_link(rest, words)) {
      plain += words;
      i += skipped - 1;
    } else if ((rest[0] == '%' || rest[0] == '#' || rest[0] == '@') && starts_word && rest.size() > 1 &&
               is_letter(rest[1])) {
      continue;
    } else if (rest.starts_with("\\%") || rest.starts_with("\\#") || rest.starts_with("\\@")) {
      plain += rest[1];
      i++;
    } else {
      plain += rest[0];
    }
  }
  return plain;
}

std::string annotation_words(std::string_view name, std::string_view value, Annotated what) {
  for (const Meaning& meaning : kMeanings)
    if (meaning.name == name && (meaning.value.empty() || meaning.value == value))
      return std::string(what == Annotated::kParameter ? meaning.of_parameter : meaning.of_result);
  if (name == "default") return fmt::format("{} by default", value);
  if (name == "element-type") return fmt::format("of {}", value);
  if (name == "array") {
    const size_t length = value.find("length=");
    if (length != value.npos)
      return fmt::format("{} of them", value.substr(length + 7, value.find(' ', length) - length - 7));
    return value.find("zero-terminated=1") != value.npos ? "an array that ends with NULL" : "an array";
  }
  return {};
}

void add_fact(std::string& facts, std::string_view fact) {
  if (fact.empty() || facts.find(fact) != facts.npos) return;
  facts.append(facts.empty() ? "" : "; ").append(fact);
}

std::string take_annotations(std::string_view& text, Annotated what) {
  std::string facts;
  while (text.starts_with('(')) {
    const size_t end = text.find(')');
    if (end == text.npos) break;
    const std::string_view inside = text.substr(1, end - 1);
    const size_t space = std::min(inside.find(' '), inside.size());
    // A sentence in parentheses is none.
    if (inside.find_first_of(".,;!") != inside.npos) break;
    add_fact(facts, annotation_words(inside.substr(0, space), trim(inside.substr(space)), what));
    text = trim(text.substr(end + 1));
  }
  if (text.starts_with(':')) text = trim(text.substr(1));
  return facts;
}

std::string with_facts(std::string_view text, std::string_view facts) {
  if (facts.empty()) return std::string(text);
  if (text.empty()) return std::string(facts);
  return fmt::format("{} ({})", text, facts);
}

}  // namespace elle::core
