// What kind of thing may stand at the cursor, and who knows the candidates of that kind.
#include "lang/complete/complete.h"

#include <algorithm>

#include "lang/bridge/library/lisp_spelling.h"
#include "lang/complete/members.h"
#include "lang/complete/names.h"
#include "lang/complete/strings.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

// To read headers again costs a moment, and of one or two letters there is always something better.
constexpr size_t kLettersForLeftOut = 3;

bool is_name(TokenKind kind) {
  return kind == TokenKind::kSymbol || kind == TokenKind::kNil || kind == TokenKind::kTrueWord ||
         kind == TokenKind::kFalseWord;
}

bool is_string(TokenKind kind) { return kind == TokenKind::kString || kind == TokenKind::kUnclosedString; }

class TextCompletion {
 public:
  TextCompletion(Runtime& runtime, const Module& module, const RecentNames* recent, const Outline& outline)
      : runtime_(runtime), module_(module), recent_(recent), outline_(outline), at_(innermost_place(outline)) {}

  Completions complete() {
    Completions found;
    found.begin = found.end = outline_.cursor();
    if (outline_.in_comment()) return found;
    std::string_view typed;
    if (const auto atom = outline_.at_cursor()) {
      const OutlineNode& node = outline_[*atom];
      if (is_string(node.kind)) return complete_string(runtime_, outline_, expected_at(outline_, at_));
      if (!is_name(node.kind) && node.kind != TokenKind::kKeyword) return found;
      found.begin = node.begin;
      found.end = node.end;
      typed = outline_.whole().substr(found.begin, outline_.cursor() - found.begin);
    }
    const QualifiedTyping qualified(typed);
    if (typed.starts_with(':'))
      found.candidates = keywords(typed);
    else if (typed.starts_with('.'))
      found.candidates = fields(typed, MemberStyle::kAccessor);
    else if (!qualified.prefix.empty() && reached_by(qualified, found.candidates))
      found.begin += qualified.prefix.size() + 1;
    else
      found.candidates = names(typed);
    return found;
  }

 private:
  struct QualifiedTyping {
    std::string_view prefix, name;
    explicit QualifiedTyping(std::string_view typed) {
      const size_t slash = typed.find('/');
      if (slash == typed.npos || slash == 0) return;
      prefix = typed.substr(0, slash);
      name = typed.substr(slash + 1);
    }
  };

  // Whether the call is written in Lisp's spelling, so that its arguments will be.
  bool lisp_spelling() const { return outline_.head(at_.form).find('_') == std::string_view::npos; }

  std::vector<Candidate> keywords(std::string_view typed) {
    Ranking ranking(runtime_, typed, lisp_spelling());
    MemberOffers members(runtime_, module_, outline_, ranking);
    members.offer_fields(at_, MemberStyle::kKeyword);
    members.offer_keywords(at_);
    if (expected_at(outline_, at_) == Expected::kType) members.offer_type_keywords();
    if (!ranking.has_offers()) members.offer_keywords_in_text(at_);
    return ranking.candidates();
  }

  std::vector<Candidate> fields(std::string_view typed, MemberStyle style) {
    Ranking ranking(runtime_, typed, lisp_spelling());
    MemberOffers(runtime_, module_, outline_, ranking).offer_fields(at_, style);
    return ranking.candidates();
  }

  bool reached_by(const QualifiedTyping& qualified, std::vector<Candidate>& candidates) {
    Ranking ranking(runtime_, qualified.name, lisp_spelling());
    NameOffers offers(runtime_, module_, outline_, name_place(), recent_, ranking);
    if (!offers.offer_reached_by(qualified.prefix)) return false;
    candidates = ranking.candidates();
    return true;
  }

  std::vector<Candidate> names(std::string_view typed) {
    Ranking ranking(runtime_, typed, lisp_spelling());
    MemberOffers members(runtime_, module_, outline_, ranking);
    if (outline_.quoted() && members.offer_fields(at_, MemberStyle::kName)) return ranking.candidates();
    if (typed.empty()) members.offer_keywords(at_);
    NameOffers offers(runtime_, module_, outline_, name_place(), recent_, ranking);
    offers.offer_all(at_);
    std::vector<Candidate> candidates = ranking.candidates();
    if (ranking.has_usable() || ranking.pattern().size() < kLettersForLeftOut) return candidates;
    offers.offer_left_out();
    return ranking.candidates();
  }

  NamePlace name_place() { return {expected_at(outline_, at_), expected_c_type(runtime_, module_, outline_, at_)}; }

  Runtime& runtime_;
  const Module& module_;
  const RecentNames* recent_;
  const Outline& outline_;
  ArgumentPlace at_;
};

}  // namespace

Completions complete_text(Runtime& runtime, const Module& module, const RecentNames* recent, std::string_view text,
                          size_t cursor) {
  const Outline outline(text, std::min(cursor, text.size()));
  return TextCompletion(runtime, module, recent, outline).complete();
}

}  // namespace elle::lang
