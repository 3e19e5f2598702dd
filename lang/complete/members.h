// Offers of what a form's own parts are called: fields of a struct, keyword arguments.
#pragma once

#include "lang/complete/outline.h"
#include "lang/complete/ranking.h"

namespace elle::lang {

// How a member is written: .field, 'field, :field.
enum class MemberStyle { kAccessor, kName, kKeyword };

class MemberOffers {
 public:
  MemberOffers(Runtime& runtime, const Module& module, const Outline& outline, Ranking& ranking)
      : runtime_(runtime), module_(module), outline_(outline), ranking_(ranking) {}

  // The fields that the place is for: of the value in (.| value), (-> value .|), (struct-get value '|); those that
  // (make-struct Type :|) has not yet. False when it is no place for a field.
  bool offer_fields(ArgumentPlace at, MemberStyle style);
  // The keyword arguments of the call that are not given yet.
  void offer_keywords(ArgumentPlace at);
  // :int and the like, where a type is expected.
  void offer_type_keywords();
  // The keywords that the text has elsewhere.
  void offer_keywords_in_text(ArgumentPlace at);

 private:
  CTypeId type_with_fields(ArgumentPlace at, MemberStyle style);
  CTypeId threaded_type(ArgumentPlace at);
  bool is_given(ArgumentPlace at, std::string_view keyword) const;

  Runtime& runtime_;
  const Module& module_;
  const Outline& outline_;
  Ranking& ranking_;
};

}  // namespace elle::lang
