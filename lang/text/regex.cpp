// Regular expressions, by PCRE2.
//
// Three things about it are not plain. A match needs memory for its groups, which a Regex holds once for all its
// matches: so a Regex is used by one thread at a time, as all of a session is. PCRE2 compiles a pattern to machine
// code, whose own stack is small; where that runs out the same search is done again by the interpreter, which is slower
// and uses the heap, and only where that gives up too is the pattern "too complex". And texts are known to be valid
// UTF-8, so PCRE2 is told not to look (PCRE2_NO_UTF_CHECK): given anything else it may read past the end, so nothing
// but strings of Elle may ever be searched here.
//
// The cache is for patterns that scripts give as strings, in a loop as a rule. It is emptied as a whole when full: to
// know which pattern was used longest ago would cost every search something, and a script that has more patterns than
// it holds makes them anew each time, which no cache helps. Whoever uses a Regex holds it, so emptying frees nothing in
// use.
#include "lang/text/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <new>
#include <pcre2.h>

namespace elle::lang {

namespace {

constexpr size_t kMaxCached = 256;

PCRE2_SPTR units(std::string_view text) {
  // PCRE2 before 10.43 refuses a null subject even of length 0.
  return reinterpret_cast<PCRE2_SPTR>(text.data() ? text.data() : "");
}

uint32_t flags(RegexOptions options) {
  return PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK | (options.ignore_case ? PCRE2_CASELESS : 0) |
         (options.multi_line ? PCRE2_MULTILINE : 0) | (options.dot_matches_all ? PCRE2_DOTALL : 0);
}

std::string message_of(int code) {
  PCRE2_UCHAR buffer[256];
  pcre2_get_error_message(code, buffer, sizeof buffer);
  return reinterpret_cast<char*>(buffer);
}

}  // namespace

struct Regex::Code {
  pcre2_code* code;
  pcre2_match_data* match;
  Code(pcre2_code* c) : code(c), match(pcre2_match_data_create_from_pattern(c, nullptr)) {
    if (match) return;
    pcre2_code_free(code);
    throw std::bad_alloc();
  }
  ~Code() {
    pcre2_match_data_free(match);
    pcre2_code_free(code);
  }
};

Regex::Regex(std::string_view pattern) : pattern_(pattern) {}
Regex::~Regex() = default;

std::shared_ptr<const Regex> Regex::compile(std::string_view pattern, RegexOptions options, Mistake& mistake) {
  int error = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code* code = pcre2_compile(units(pattern), pattern.size(), flags(options), &error, &offset, nullptr);
  if (!code && error == PCRE2_ERROR_HEAP_FAILED) throw std::bad_alloc();
  if (!code) {
    mistake = {message_of(error), offset};
    return nullptr;
  }
  // Without machine code (no JIT on this CPU) matching is slower and the same.
  pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  std::shared_ptr<Regex> regex(new Regex(pattern));
  regex->code_ = std::make_unique<Code>(code);
  regex->read_names();
  return regex;
}

void Regex::read_names() {
  uint32_t count = 0, entry_size = 0;
  PCRE2_SPTR table = nullptr;
  pcre2_pattern_info(code_->code, PCRE2_INFO_NAMECOUNT, &count);
  pcre2_pattern_info(code_->code, PCRE2_INFO_NAMEENTRYSIZE, &entry_size);
  pcre2_pattern_info(code_->code, PCRE2_INFO_NAMETABLE, &table);
  for (uint32_t i = 0; i < count; i++, table += entry_size) {
    // An entry is the group's number, big endian, and its name, NUL-terminated.
    const uint32_t group = static_cast<uint32_t>(table[0]) << 8 | table[1];
    names_.emplace_back(group, reinterpret_cast<const char*>(table + 2));
  }
}

Regex::Outcome Regex::search(std::string_view subject, size_t start, std::vector<RegexSpan>& groups) const {
  auto match = [&](uint32_t options) {
    return pcre2_match(code_->code, units(subject), subject.size(), start, PCRE2_NO_UTF_CHECK | options, code_->match,
                       nullptr);
  };
  int found = match(0);
  // The machine code has a small stack of its own; the interpreter, slower, uses the heap.
  if (found == PCRE2_ERROR_JIT_STACKLIMIT) found = match(PCRE2_NO_JIT);
  if (found == PCRE2_ERROR_NOMATCH) return Outcome::kNone;
  if (found == PCRE2_ERROR_NOMEMORY) throw std::bad_alloc();
  if (found < 0) return Outcome::kTooComplex;
  const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(code_->match);
  groups.assign(pcre2_get_ovector_count(code_->match), {});
  for (size_t i = 0; i < groups.size(); i++) {
    if (offsets[2 * i] == PCRE2_UNSET) continue;
    // \K can put the start behind the end.
    groups[i] = {std::min(offsets[2 * i], offsets[2 * i + 1]), offsets[2 * i + 1], true};
  }
  return Outcome::kMatch;
}

std::shared_ptr<const Regex> RegexCache::get(std::string_view pattern, Regex::Mistake& mistake) {
  auto known = compiled_.find(std::string(pattern));
  if (known != compiled_.end()) return known->second;
  auto regex = Regex::compile(pattern, {}, mistake);
  if (!regex) return nullptr;
  if (compiled_.size() >= kMaxCached) compiled_.clear();
  compiled_.emplace(pattern, regex);
  return regex;
}

}  // namespace elle::lang
