// The best of very many candidates, kept in order without keeping all.
#include "lang/complete/ranking.h"

#include <algorithm>
#include <set>

#include "lang/bridge/library/lisp_spelling.h"
#include "lang/load/usage.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

constexpr size_t kMostShown = 128;
// More are kept until the end: some of the best may be of no use, or come twice.
constexpr size_t kMostKept = 200;
constexpr size_t kMostHeld = 600;
constexpr size_t kShortValue = 48;

constexpr uint64_t kUnusable = uint64_t{1} << 11;
constexpr uint64_t kDeprecated = uint64_t{1} << 10;

// What comes first is less. A name that is there whole, then what fits the wanted type, then how well the name fits.
uint64_t order_of(const Offer& offer, Fit fit) {
  uint64_t order = fit == Fit::kWhole ? 0 : 1;
  order = order << 2 | static_cast<uint64_t>(fit == Fit::kInside ? 3 : 3 - offer.type_fit);
  order = order << 4 | static_cast<uint64_t>(fit);
  order = order << 1 | (offer.misplaced ? 1 : 0);
  order = order << 3 | static_cast<uint64_t>(offer.origin);
  const bool deprecated = offer.c_name && offer.c_name->deprecated;
  const size_t last = offer.position ? offer.position : offer.name.size();
  return order << 12 | (deprecated ? kDeprecated : 0) | std::min<size_t>(last, 1023);
}

// Names that fit worse are a last resort: they are shown where nothing fits better, or where their type is wanted.
int resort(Fit fit) { return fit <= Fit::kWords ? 0 : fit == Fit::kLater ? 1 : 2; }

}  // namespace

void Ranking::offer(const Offer& offer, Fit fit) {
  if (fit == Fit::kNot) return;
  const uint64_t order = order_of(offer, fit);
  if (order > worst_) return;
  entries_.push_back({order, fit, offer});
  if (entries_.size() >= kMostHeld) drop_all_but(kMostKept);
}

void Ranking::drop_all_but(size_t count) {
  if (entries_.size() <= count) return;
  const auto before = [](const Entry& a, const Entry& b) {
    return a.order != b.order ? a.order < b.order : a.offer.name < b.offer.name;
  };
  const auto last = entries_.begin() + static_cast<ptrdiff_t>(count);
  std::nth_element(entries_.begin(), last, entries_.end(), before);
  worst_ = last->order;
  entries_.erase(last, entries_.end());
}

void Ranking::find_reasons() {
  for (Entry& entry : entries_) {
    Offer& offer = entry.offer;
    if (offer.c_name) offer.against = keep(reason_against(*runtime_.bridge, *offer.c_name));
    if (!offer.against.empty()) entry.order |= kUnusable;
    has_usable_ |= offer.against.empty();
  }
}

void Ranking::drop_last_resorts() {
  int best = resort(Fit::kNot);
  for (const Entry& entry : entries_)
    if (entry.offer.against.empty()) best = std::min(best, resort(entry.fit));
  std::erase_if(entries_, [&](const Entry& entry) { return resort(entry.fit) > best && entry.offer.type_fit < 2; });
}

std::vector<Candidate> Ranking::candidates() {
  drop_all_but(kMostKept);
  find_reasons();
  drop_last_resorts();
  std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
    return a.order != b.order ? a.order < b.order : a.offer.name < b.offer.name;
  });
  std::vector<Candidate> candidates;
  std::set<std::string> seen;
  for (const auto& [order, fit, offer] : entries_) {
    std::string text = text_of(offer);
    if (!seen.insert(text).second) continue;
    const bool usable = offer.against.empty();
    candidates.push_back({std::move(text), usable ? about(offer) : std::string(offer.against), usable});
    if (candidates.size() == kMostShown) break;
  }
  return candidates;
}

std::string Ranking::text_of(const Offer& offer) const {
  const bool respelt = offer.c_name && offer.c_name->is_called() &&
                       (pattern_.empty() ? lisp_spelling_ : pattern_.means_lisp(offer.name));
  return respelt ? lisp_spelling(offer.name) : std::string(offer.name);
}

std::string Ranking::about(const Offer& offer) const {
  if (offer.c_name) return about_c_name(*runtime_.bridge, *offer.c_name);
  if (!offer.cell) return std::string(offer.about);
  Usage usage = usage_of(runtime_, offer.name, offer.cell->value);
  return usage.call.empty() ? print_short(runtime_.views, offer.cell->value, kShortValue) : std::move(usage.call);
}

}  // namespace elle::lang
