// How something of C is called, as a person reads it while typing the call. Runs nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/value/value.h"

namespace elle::lang {

struct BridgeContext;

struct CParameter {
  // Of its text in the prototype, in bytes.
  size_t begin;
  size_t end;
  CTypeId type;   // 0 for a macro's, and for `...`
  bool is_count;  // may tell how many items the array before it has
};

struct CSignature {
  std::string prototype;  // "int puts(const char *s)", "MAX(a, b)"
  std::vector<CParameter> parameters;
  bool variadic = false;  // the last parameter is `...`
  CTypeId result = 0;     // 0 for a macro's
  std::string note = {};  // "deprecated: …", why it cannot be used, or ""
};

// Of a function or a macro of a loaded header, in either spelling; nothing when the name is neither.
std::optional<CSignature> c_signature(BridgeContext& bridge, std::string_view name);
// Of a C function value or a pointer to a function; `name` is what it is called here.
std::optional<CSignature> c_signature_of_value(BridgeContext& bridge, std::string_view name, Value value);
// Of a function type or a pointer to one.
std::optional<CSignature> c_signature_of_type(BridgeContext& bridge, std::string_view name, CTypeId type);

// What else is to be said of a parameter's type: the constants of an enum, what a typedef stands for; or "".
std::string about_parameter(BridgeContext& bridge, const CParameter& parameter);

}  // namespace elle::lang
