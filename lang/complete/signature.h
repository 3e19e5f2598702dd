// What stands in a call, whatever is called: a C function or macro, a Lisp function, a special form, a field.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lang/complete/outline.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

struct SignatureParameter {
  // Of its text in the signature's, in bytes.
  size_t begin;
  size_t end;
  bool rest = false;      // takes all further arguments
  std::string key = {};   // passed as `:key value`; "" when by place
  bool is_count = false;  // may tell how many items are before it
  CTypeId type = 0;       // what C wants, where it is known
  std::string about = {};
};

struct Signature {
  std::string text;  // "(get coll key [default])", "int puts(const char *s)"
  std::vector<SignatureParameter> parameters;
  std::string about;  // what the function does, or why it is better not called; one line
};

// Of the function that the call `form` calls; nothing when it is no call of something known.
std::optional<Signature> signature_of_call(Runtime& runtime, const Module& module, const Outline& outline,
                                           NodeIndex form);

// The signature that "(error message [data] :kind kind)" states. `alternative` picks one of several, "(let name value)
// or (let [name value …] body…)", by whether the first argument is in brackets.
Signature parse_usage(std::string_view usage, bool bracketed_first);

// Which parameter the argument at the place is for; nothing when there is none.
const SignatureParameter* parameter_at(const Signature& signature, const Outline& outline, ArgumentPlace at);

}  // namespace elle::lang
