// C does not say who makes an object and who only hands one on; libraries do, by words in names. Whole words count, and
// the first of them decides: a name that says `get` before `new` hands on.
#include "lang/bridge/ask/function_name.h"

#include <algorithm>
#include <vector>

namespace elle::lang {

namespace {

constexpr std::string_view kMakingWords[] = {"new",   "create", "open",    "init",  "alloc", "make",
                                             "build", "load",   "connect", "start", "setup", "initialize"};
constexpr std::string_view kHandingWords[] = {"get",  "peek",  "ref",  "dup",  "copy",   "cast",   "find",
                                              "next", "first", "last", "prev", "parent", "steal",  "lookup",
                                              "free", "close", "set",  "to",   "upref",  "unwrap", "reference"};

// Where the first of `words` stands as a word of the spelling; npos when none does.
template <size_t kCount>
size_t find_word(std::string_view spelling, const std::string_view (&words)[kCount]) {
  for (size_t begin = 0; begin < spelling.size();) {
    size_t end = std::min(spelling.find('-', begin), spelling.size());
    if (std::ranges::find(words, spelling.substr(begin, end - begin)) != std::end(words)) return begin;
    begin = end + 1;
  }
  return std::string_view::npos;
}

}  // namespace

Making making(std::string_view spelling) {
  const size_t makes = find_word(spelling, kMakingWords), hands = find_word(spelling, kHandingWords);
  if (makes < hands) return Making::kMakes;
  return hands == std::string_view::npos ? Making::kUnknown : Making::kHands;
}

std::string_view made_thing(std::string_view spelling) {
  const size_t makes = find_word(spelling, kMakingWords);
  return makes == std::string_view::npos || makes == 0 ? std::string_view() : spelling.substr(0, makes - 1);
}

bool starts_library(std::string_view spelling, std::string_view prefix) {
  if (prefix.empty() || !spelling.starts_with(prefix)) return false;
  const std::string_view rest = spelling.substr(prefix.size());
  const bool starts = rest.ends_with("-init") || rest.ends_with("-initialize");
  return starts && std::ranges::count(rest, '-') <= 2;
}

}  // namespace elle::lang
