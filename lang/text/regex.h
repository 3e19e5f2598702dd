// Regular expressions (Perl syntax, Unicode). Offsets are bytes into valid UTF-8.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace elle::lang {

struct RegexOptions {
  bool ignore_case = false;
  bool multi_line = false;       // ^ and $ match at line ends
  bool dot_matches_all = false;  // . matches line ends too
  bool operator==(const RegexOptions&) const = default;
};

// A group's stretch of the subject; an optional group that took no part has none.
struct RegexSpan {
  size_t begin = 0, end = 0;
  bool present = false;
};

class Regex {
 public:
  // What is wrong with the pattern, and where (byte offset).
  struct Mistake {
    std::string message;
    size_t offset;
  };
  // Null, with `mistake` filled in, when the pattern is wrong.
  static std::shared_ptr<const Regex> compile(std::string_view pattern, RegexOptions options, Mistake& mistake);
  ~Regex();
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  enum class Outcome : uint8_t { kMatch, kNone, kTooComplex };
  // Searches from `start` on; `groups` becomes the match and its groups, in order.
  Outcome search(std::string_view subject, size_t start, std::vector<RegexSpan>& groups) const;

  const std::string& pattern() const { return pattern_; }
  // Group number to name.
  const std::vector<std::pair<uint32_t, std::string>>& names() const { return names_; }

 private:
  struct Code;  // PCRE2's
  explicit Regex(std::string_view pattern);
  void read_names();

  std::string pattern_;
  std::unique_ptr<Code> code_;
  std::vector<std::pair<uint32_t, std::string>> names_;
};

// Patterns given as strings, compiled once each. Emptied when it has grown past a bound.
class RegexCache {
 public:
  // As Regex::compile.
  std::shared_ptr<const Regex> get(std::string_view pattern, Regex::Mistake& mistake);

 private:
  std::unordered_map<std::string, std::shared_ptr<const Regex>> compiled_;
};

}  // namespace elle::lang
