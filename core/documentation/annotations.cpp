#include "core/documentation/annotations.h"

#include <cctype>
#include <fmt/format.h>

#include "core/base/text.h"

namespace elle::core {

namespace {

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
