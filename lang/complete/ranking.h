// The best of very many names: one letter fits most of the 25,000 names of GTK, of which a person sees a few.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "lang/bridge/ask/c_names.h"
#include "lang/complete/completions.h"
#include "lang/complete/pattern.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

// Where a name comes from: among names that fit as well, the first of these are the likelier ones.
enum class Origin : uint8_t { kPlace, kLocal, kScript, kUsed, kLanguage, kHeader };

struct Offer {
  std::string_view name;  // must outlive the ranking; Ranking::keep() makes it
  Origin origin;
  int type_fit = 0;        // how well its type is what is wanted here, from 0 to 3
  bool misplaced = false;  // it cannot stand here, such as a number in a call's first place
  uint32_t position =
      0;  // among others of its kind, which have an order of their own, from 1; 0: the shorter the better
  const Cell* cell = nullptr;        // of a name of Lisp
  std::optional<CName> c_name = {};  // of a name of C
  // Of any other name what it is, or why it is of no use; as long-lived as the name.
  std::string_view about = {};
  std::string_view against = {};
};

class Ranking {
 public:
  // `lisp_spelling`: when nothing is typed, whether C's functions are offered in the spelling of Lisp.
  Ranking(Runtime& runtime, std::string_view typed, bool lisp_spelling)
      : runtime_(runtime), pattern_(typed), lisp_spelling_(lisp_spelling) {}

  void offer(const Offer& offer) { this->offer(offer, pattern_.fit(offer.name)); }
  void offer(const Offer& offer, Fit fit);
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  const Pattern& pattern() const { return pattern_; }

  // The best ones, best first.
  std::vector<Candidate> candidates();
  bool has_offers() const { return !entries_.empty(); }
  // After candidates(): whether one of them is of use.
  bool has_usable() const { return has_usable_; }

 private:
  struct Entry {
    uint64_t order;
    Fit fit;
    Offer offer;
  };
  void drop_all_but(size_t count);
  void find_reasons();
  void drop_last_resorts();
  std::string text_of(const Offer& offer) const;
  std::string about(const Offer& offer) const;

  Runtime& runtime_;
  Pattern pattern_;
  bool lisp_spelling_;
  std::vector<Entry> entries_;
  uint64_t worst_ = UINT64_MAX;  // what is worse than this has no chance
  std::deque<std::string> kept_;
  bool has_usable_ = false;
};

}  // namespace elle::lang
