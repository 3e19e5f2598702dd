// Whether a library is what its header says. Its symbols tell what is missing; where it has debug information, so do
// the types its compiler used.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/declarations/helper.h"
#include "core/declarations/type_loader.h"

namespace elle::core {

// One thing that header and library say differently: of a record's member `point.y`, "`int y` at byte 4" and "`long y`
// at byte 8". The places are "FILE:LINE", or "" where they are not known.
struct Difference {
  const char* kind;  // "function", "variable", "record", "field" or "constant"
  std::string name;
  std::string declared;
  std::string compiled;
  std::string declared_at;
  std::string compiled_at;
};

// A symbol the library has in versions: calls reach the default one, and none of them when there is none.
struct VersionedSymbol {
  Declaration declaration;
  std::vector<std::string> versions;
  std::string by_default;  // "" when none is
};

struct Verification {
  std::vector<Declaration> missing;  // declared functions and variables without a symbol
  std::vector<VersionedSymbol> versioned;
  std::vector<Difference> differences;
  size_t declared = 0;        // functions and variables that must have a symbol
  size_t compared = 0;        // functions, variables, records and enums found on both sides
  std::string no_debug_info;  // why nothing could be compared; "" when it was
};

struct VerifyRequest {
  TypeTable& types;
  TypeLoader& header;
  std::string library;                               // the path of its file; "" for the program itself
  std::function<bool(std::string_view)> has_symbol;  // whether a call would find it, in this library or in others
};

// That the library has no debug information, or none that can be read, is an answer; so there are no errors.
Verification verify(const VerifyRequest& request, const LoaderOptions& options = {});

}  // namespace elle::core
