// CallStack: what led to an error, the calls that were under way when it was raised. Taken down quickly, since a script
// may raise and catch errors in a loop, and made text only when somebody wants to read it.
#pragma once

#include <string>
#include <vector>

#include "lang/runtime/runtime.h"
#include "lang/text/paint.h"

namespace elle::lang {

class CallStack : public OpaqueBody {
 public:
  struct Call {
    Value function;
    Span span;         // where in it: of a function in Lisp, when that is known
    size_t times = 1;  // so many calls stood at the same place: a recursion. The arguments are those of the innermost
    std::vector<Value> arguments;  // as they were when the error was raised, in the order of the parameters
  };

  std::vector<Call> innermost;  // innermost first
  size_t left_out = 0;          // of a stack too deep to be read, between the two
  std::vector<Call> outermost;  // the last is where all began
  std::string note;             // of what was below that, a whole line; or empty

  // Lines "  in f at file:line:column", of functions in Lisp.
  std::string text(const Runtime& runtime) const;
  // Lines "  (f 1 2) at file:line:column" and "  C: qsort(…) called back", of all functions.
  std::string text_with_arguments(const Runtime& runtime, const Paint& paint) const;

  std::string_view type_name() const override { return "call stack"; }
  std::string describe() const override { return "#<call stack>"; }
  void trace(Marker& marker) const override;

  // Of an error; null when it was not raised yet.
  static CallStack* of(const ErrorObject& error);
};

}  // namespace elle::lang
