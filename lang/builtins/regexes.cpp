// Regular expressions. A pattern is a string, or what `regex` makes of one. Replacing by a function is in
// stdlib/text.lisp.
#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/data/map.h"
#include "lang/text/regex.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

class RegexBody : public OpaqueBody {
 public:
  explicit RegexBody(std::shared_ptr<const Regex> r) : regex(std::move(r)) {}
  std::string_view type_name() const override { return "regex"; }
  std::string describe() const override { return fmt::format("#<regex \"{}\">", regex->pattern()); }
  const std::shared_ptr<const Regex> regex;
};

using Spans = std::vector<RegexSpan>;
using Pattern = std::shared_ptr<const Regex>;

Failed wrong_pattern(Runtime& runtime, std::string_view pattern, const Regex::Mistake& mistake) {
  return runtime.fail(ErrorKind::kSyntax,
                      fmt::format("The pattern \"{}\" is wrong at character {}: {}.", pattern,
                                  count_characters(pattern.substr(0, mistake.offset)), mistake.message));
}

Result<Pattern> pattern_argument(Runtime& runtime, Args args, uint32_t i) {
  if (!args[i].is(Tag::kString))
    return TRY(Arguments(runtime, args).opaque<RegexBody>(i, "a pattern (a string or a regex)"))->regex;
  Regex::Mistake mistake;
  const std::string_view text = args[i].as<String>()->view();
  Pattern regex = runtime.regexes->get(text, mistake);
  if (!regex) return wrong_pattern(runtime, text, mistake);
  return regex;
}

Result<bool> search(Runtime& runtime, const Regex& regex, std::string_view text, size_t start, Spans& groups) {
  switch (regex.search(text, start, groups)) {
    case Regex::Outcome::kMatch:
      return true;
    case Regex::Outcome::kNone:
      return false;
    case Regex::Outcome::kTooComplex:
      break;
  }
  return runtime.fail(ErrorKind::kRange,
                      fmt::format("Matching \"{}\" takes too many steps on this text.", regex.pattern()),
                      "Nested repetitions such as (a*)* are what makes patterns slow.");
}

// Where to search on after a match: behind it, and past one more character when it was empty.
size_t start_after(std::string_view text, const RegexSpan& match) {
  size_t next = match.end;
  if (match.begin == match.end) {
    if (next < text.size())
      decode_utf8(text, next);
    else
      next++;
  }
  return next;
}

// Calls visit(groups) for each match, from left to right.
template <class Visit>
Result<core::Done> each_match(Runtime& runtime, const Regex& regex, std::string_view text, Visit visit) {
  Spans groups;
  for (size_t start = 0; start <= text.size(); start = start_after(text, groups[0])) {
    const bool found = TRY(search(runtime, regex, text, start, groups));
    if (!found) break;
    visit(groups);
  }
  return core::Done{};
}

Value text_of(Runtime& runtime, std::string_view text, const RegexSpan& span) {
  return span.present ? runtime.string(text.substr(span.begin, span.end - span.begin)) : nil();
}

Value match_value(Runtime& runtime, const Regex& regex, std::string_view text, const Spans& groups) {
  Map* match = runtime.heap.map();
  const uint64_t begin = count_characters(text.substr(0, groups[0].begin));
  const uint64_t size = count_characters(text.substr(groups[0].begin, groups[0].end - groups[0].begin));
  std::vector<Value> numbered;
  for (size_t i = 1; i < groups.size(); i++) numbered.push_back(text_of(runtime, text, groups[i]));
  Map* named = runtime.heap.map();
  for (const auto& [group, name] : regex.names())
    map_put(runtime.heap, *named, runtime.keyword(name), text_of(runtime, text, groups[group]));
  map_put(runtime.heap, *match, runtime.keyword("text"), text_of(runtime, text, groups[0]));
  map_put(runtime.heap, *match, runtime.keyword("begin"), natural(begin));
  map_put(runtime.heap, *match, runtime.keyword("end"), natural(begin + size));
  map_put(runtime.heap, *match, runtime.keyword("groups"), runtime.vector(numbered));
  map_put(runtime.heap, *match, runtime.keyword("names"), object_value(Tag::kMap, named));
  return object_value(Tag::kMap, match);
}

Result<Value> make_regex(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view pattern = TRY(in.text(0));
  TRY(in.expect_options(1, {"ignore-case", "multi-line", "dot-all"}));
  const RegexOptions options = {.ignore_case = in.option(1, "ignore-case").truthy(),
                                .multi_line = in.option(1, "multi-line").truthy(),
                                .dot_matches_all = in.option(1, "dot-all").truthy()};
  Regex::Mistake mistake;
  Pattern regex = Regex::compile(pattern, options, mistake);
  if (!regex) return wrong_pattern(runtime, pattern, mistake);
  return runtime.opaque(std::make_unique<RegexBody>(std::move(regex)));
}

Result<Value> is_regex(Runtime&, Args args) {
  return boolean(args[0].is(Tag::kOpaque) && dynamic_cast<RegexBody*>(args[0].as<Opaque>()->body.get()));
}

Result<Value> matches(Runtime& runtime, Args args) {
  const Pattern regex = TRY(pattern_argument(runtime, args, 0));
  const std::string_view text = TRY(Arguments(runtime, args).text(1));
  Spans groups;
  return boolean(TRY(search(runtime, *regex, text, 0, groups)));
}

Result<Value> match(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const Pattern regex = TRY(pattern_argument(runtime, args, 0));
  const std::string_view text = TRY(in.text(1));
  const size_t start = offset_of_character(text, TRY(in.natural_or(2, 0)));
  Spans groups;
  const bool found = TRY(search(runtime, *regex, text, start, groups));
  return found ? match_value(runtime, *regex, text, groups) : nil();
}

Result<Value> match_all(Runtime& runtime, Args args) {
  const Pattern regex = TRY(pattern_argument(runtime, args, 0));
  const std::string_view text = TRY(Arguments(runtime, args).text(1));
  ListBuilder found(runtime);
  TRY(each_match(runtime, *regex, text,
                 [&](const Spans& groups) { found.add(match_value(runtime, *regex, text, groups)); }));
  return found.list();
}

Result<Value> find(Runtime& runtime, Args args) {
  const Pattern regex = TRY(pattern_argument(runtime, args, 0));
  const std::string_view text = TRY(Arguments(runtime, args).text(1));
  Spans groups;
  const bool found = TRY(search(runtime, *regex, text, 0, groups));
  return found ? text_of(runtime, text, groups[0]) : nil();
}

Result<Value> find_all(Runtime& runtime, Args args) {
  const Pattern regex = TRY(pattern_argument(runtime, args, 0));
  const std::string_view text = TRY(Arguments(runtime, args).text(1));
  ListBuilder found(runtime);
  TRY(each_match(runtime, *regex, text, [&](const Spans& groups) { found.add(text_of(runtime, text, groups[0])); }));
  return found.list();
}

// The group that a reference in a template ("1", "year") means; nothing when there is none.
std::optional<size_t> group_named(const Regex& regex, std::string_view reference, size_t groups) {
  size_t number = 0;
  bool digits = !reference.empty();
  for (char c : reference) {
    digits = digits && c >= '0' && c <= '9';
    if (digits && number < groups) number = number * 10 + static_cast<size_t>(c - '0');
  }
  if (digits) return number < groups ? std::optional(number) : std::nullopt;
  for (const auto& [group, name] : regex.names())
    if (name == reference) return group;
  return std::nullopt;
}

// Takes "1" or "{name}" off the front of what follows a dollar sign.
std::string_view take_reference(std::string_view& rest) {
  if (rest.starts_with('{')) {
    const size_t end = rest.find('}');
    if (end == std::string_view::npos) return {};
    const std::string_view name = rest.substr(1, end - 1);
    rest.remove_prefix(end + 1);
    return name;
  }
  size_t digits = 0;
  while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') digits++;
  const std::string_view number = rest.substr(0, digits);
  rest.remove_prefix(digits);
  return number;
}

// Appends the template with $1, ${name} and $$ filled in. False when it refers to a group that is not there.
bool fill_template(const Regex& regex, std::string_view text, const Spans& groups, std::string_view rest,
                   std::string& result) {
  while (true) {
    const size_t dollar = rest.find('$');
    result += rest.substr(0, dollar);
    if (dollar == std::string_view::npos) return true;
    rest.remove_prefix(dollar + 1);
    if (rest.starts_with('$')) {
      result += '$';
      rest.remove_prefix(1);
      continue;
    }
    const auto group = group_named(regex, take_reference(rest), groups.size());
    if (!group) return false;
    const RegexSpan& span = groups[*group];
    result += text.substr(span.begin, span.end - span.begin);
  }
}

Result<Value> replace(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const Pattern regex = TRY(pattern_argument(runtime, args, 0));
  const std::string_view text = TRY(in.text(1)), replacement = TRY(in.text(2));
  std::string result;
  size_t done = 0;
  bool valid = true;
  TRY(each_match(runtime, *regex, text, [&](const Spans& groups) {
    result += text.substr(done, groups[0].begin - done);
    valid = valid && fill_template(*regex, text, groups, replacement, result);
    done = groups[0].end;
  }));
  if (!valid)
    return in.fail(ErrorKind::kRange,
                   fmt::format("The replacement \"{}\" refers to a group that the pattern does not have.", replacement),
                   "Write $0 for the match, $1 for the first group, ${name} for a named one, $$ for a dollar sign.");
  return runtime.string(result.append(text, done));
}

Result<Value> split(Runtime& runtime, Args args) {
  const Pattern regex = TRY(pattern_argument(runtime, args, 0));
  const std::string_view text = TRY(Arguments(runtime, args).text(1));
  ListBuilder parts(runtime);
  size_t begin = 0;
  TRY(each_match(runtime, *regex, text, [&](const Spans& groups) {
    // An empty match at either end separates nothing.
    if (groups[0].end == 0 || groups[0].begin == text.size()) {
      if (groups[0].begin == groups[0].end) return;
    }
    parts.add(runtime.string(text.substr(begin, groups[0].begin - begin)));
    begin = groups[0].end;
  }));
  parts.add(runtime.string(text.substr(begin)));
  return parts.list();
}

Result<Value> quote(Runtime& runtime, Args args) {
  std::string quoted;
  for (char c : TRY(Arguments(runtime, args).text(0))) {
    if (std::string_view("\\^$.|?*+()[]{}-#&~ \t\n").find(c) != std::string_view::npos) quoted += '\\';
    quoted += c;
  }
  return runtime.string(quoted);
}

constexpr BuiltinEntry kRegexBuiltins[] = {
    {"regex", 1, 7, make_regex, "(regex pattern :ignore-case #t :multi-line #t :dot-all #t)",
     "A compiled pattern, in the syntax of Perl. :multi-line lets ^ and $ match at line ends, :dot-all lets . match "
     "them. A plain string serves as a pattern too, compiled once."},
    {"regex?", 1, 1, is_regex, "(regex? x)", "Whether x is a compiled pattern."},
    {"regex-matches?", 2, 2, matches, "(regex-matches? pattern string)",
     "Whether the pattern matches anywhere in the string; anchor it with ^ and $ to match the whole."},
    {"regex-match", 2, 3, match, "(regex-match pattern string [start])",
     "The first match from an index on, or nil: a map of its :text, :begin and :end, the :groups as a vector (nil for "
     "one that took no part) and the :names, a map from the keywords of named groups to their text."},
    {"regex-match-all", 2, 2, match_all, "(regex-match-all pattern string)",
     "A list of all matches, each as regex-match gives it."},
    {"regex-find", 2, 2, find, "(regex-find pattern string)", "The text of the first match, or nil."},
    {"regex-find-all", 2, 2, find_all, "(regex-find-all pattern string)", "A list of the texts of all matches."},
    {"regex-replace-text", 3, 3, replace, "(regex-replace-text pattern string text)",
     "The string with every match replaced by a text in which $1 and ${name} stand for groups, $0 for the match and $$ "
     "for a dollar sign."},
    {"regex-split", 2, 2, split, "(regex-split pattern string)", "A list of the parts of the string between matches."},
    {"regex-quote", 1, 1, quote, "(regex-quote string)", "A pattern that matches exactly the string."},
};

}  // namespace

void define_regexes(Runtime& runtime) { runtime.define_builtins(kRegexBuiltins); }

}  // namespace elle::lang
