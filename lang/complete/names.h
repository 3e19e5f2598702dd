// Offers of names: what can stand for a value.
#pragma once

#include "lang/complete/expectation.h"
#include "lang/complete/ranking.h"
#include "lang/complete/recent_names.h"

namespace elle::lang {

// What a name would stand for.
struct NamePlace {
  Expected expected = Expected::kValue;
  CTypeId c_type = 0;  // of the parameter it would be passed for; 0 when it is not known
};

class NameOffers {
 public:
  // `recent` may be null.
  NameOffers(Runtime& runtime, const Module& module, const Outline& outline, NamePlace place, const RecentNames* recent,
             Ranking& ranking);

  // All names that can be seen at `at`. Where nothing is typed only those that say something about the place: what
  // the text and the script define, and what has the type that is wanted.
  void offer_all(ArgumentPlace at);
  // Those of a module or of headers that are reached by `prefix`, as in `c/puts` or `shapes/area`; false when nothing
  // is reached so.
  bool offer_reached_by(std::string_view prefix);
  // What headers would have under other conditions.
  void offer_left_out();

 private:
  void offer_locals(ArgumentPlace at);
  void offer_cells(const Module& names, const std::string& prefix, Origin origin);
  void offer_language();
  void offer_c_names(std::string_view prefix);
  void offer_c_name(const CName& name, Origin origin);
  void offer_prefixes();
  int type_fit(Value value);
  int type_fit(CTypeId given);

  Runtime& runtime_;
  const Module& module_;
  const Outline& outline_;
  NamePlace place_;
  const RecentNames* recent_;
  Ranking& ranking_;
  TypeFit wanted_;
};

}  // namespace elle::lang
