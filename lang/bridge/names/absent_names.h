// Why a name of a header cannot be used, or is not there at all.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/declarations/left_out.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;
struct LoadedLibrary;

class AbsentNames {
 public:
  explicit AbsentNames(BridgeContext& bridge) : bridge_(bridge) {}

  // Why the header's declaration has no value: "not exported by libfoo.so". Empty when it has one.
  std::string reason_against(const LoadedLibrary& library, const core::Declaration& declaration);

  // Of a name that nothing has: what the headers know of it all the same.
  std::optional<NameResolver::Absence> absence(std::string_view name);
  // What the headers would declare under other conditions. The headers are read at the first question.
  const std::vector<core::LeftOut>& left_out(const LoadedLibrary& library);
  // The one that `name` means, in C's spelling or in Lisp's; null when there is none.
  const core::LeftOut* find_left_out(const LoadedLibrary& library, std::string_view name);

 private:
  BridgeContext& bridge_;
  std::map<const core::DeclarationsFile*, std::vector<core::LeftOut>> left_out_;
};

// What to do about it; "" when nothing helps.
std::string next_step_for(const core::LeftOut& left_out);

}  // namespace elle::lang
