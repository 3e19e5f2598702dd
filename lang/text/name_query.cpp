// Words asked for, held against names in any spelling.
#include "lang/text/name_query.h"

#include <algorithm>
#include <cctype>

#include "core/base/text.h"

namespace elle::lang {

namespace {

bool is_joint(char c) { return c == '_' || c == '-'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

// Names made of joints alone keep them: `-` is the name of a function.
std::string without_joints(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char c) { return !is_joint(c); });
  return result.empty() ? std::string(text) : result;
}

// `needle` is of small letters.
bool holds(std::string_view text, std::string_view needle) {
  return std::search(text.begin(), text.end(), needle.begin(), needle.end(),
                     [](char a, char b) { return lower(a) == b; }) != text.end();
}

// A word starts after a joint, at a capital after none, and at the last of several capitals before a small letter.
bool starts_word(std::string_view name, size_t i) {
  if (i == 0 || is_joint(name[i - 1])) return true;
  if (!is_upper(name[i])) return false;
  return !is_upper(name[i - 1]) || (i + 1 < name.size() && is_lower(name[i + 1]));
}

}  // namespace

NameQuery::NameQuery(std::string_view text) {
  std::string spaced(text);
  std::replace_if(spaced.begin(), spaced.end(), [](unsigned char c) { return std::isspace(c); }, ' ');
  for (const std::string& term : core::split(spaced, ' ')) {
    as_typed_.push_back(lower_case(term));
    terms_.push_back(without_joints(as_typed_.back()));
    whole_ += terms_.back();
  }
}

void NameQuery::fold(std::string_view name) {
  folded_.clear();
  starts_.clear();
  const bool keep = std::all_of(name.begin(), name.end(), is_joint);
  for (size_t i = 0; i < name.size(); i++) {
    if (is_joint(name[i]) && !keep) continue;
    starts_.push_back(starts_word(name, i));
    folded_ += lower(name[i]);
  }
  starts_.push_back(true);
}

NameMatch NameQuery::match_term(std::string_view term) const {
  NameMatch best = NameMatch::kNone;
  for (size_t at = folded_.find(term); at != std::string::npos; at = folded_.find(term, at + 1)) {
    if (starts_[at] && starts_[at + term.size()]) return NameMatch::kWords;
    best = std::min(best, starts_[at] ? NameMatch::kStarts : NameMatch::kInside);
  }
  return best;
}

NameMatch NameQuery::match(std::string_view name) {
  fold(name);
  if (folded_ == whole_) return NameMatch::kSame;
  if (folded_.starts_with(whole_)) return NameMatch::kBegins;
  NameMatch worst = NameMatch::kWords;
  for (const std::string& term : terms_) {
    worst = std::max(worst, match_term(term));
    if (worst == NameMatch::kNone) break;
  }
  return worst;
}

bool NameQuery::found_in(std::string_view text) const {
  for (size_t i = 0; i < terms_.size(); i++)
    if (folded_.find(terms_[i]) == std::string::npos && !holds(text, as_typed_[i])) return false;
  return true;
}

}  // namespace elle::lang
