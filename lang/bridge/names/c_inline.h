// C texts in a script: `c-inline` and `c-declare`. A text becomes one C function, compiled when it is first reached and
// kept in the cache by its content; afterwards it is a C function like any other.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/thunk/c_compiler.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;

// A string that stands in a script, so that what C objects to can be shown there.
struct CText {
  std::string text;
  Span literal;  // with its quotes; unknown for a text that a macro made
};

// One `c-inline` of a script.
class CInlineBody : public OpaqueBody {
 public:
  struct Parameter {
    std::string name;  // in C
    Value type;        // as the script has it: the type may be defined only when the text is reached
  };

  CText source;
  std::vector<Parameter> parameters;
  core::HeaderRequest request;  // headers and flags of its own
  Value result = nil();         // type as the script has it
  Value function = nil();       // once compiled
  uint64_t generation = 0;      // of the headers that it was compiled with

  std::string_view type_name() const override { return "C text"; }
  std::string describe() const override { return "#<C text>"; }
  void trace(Marker& marker) const override;
};

class CInline {
 public:
  explicit CInline(BridgeContext& bridge) : bridge_(bridge) {}

  // From now on every text sees these declarations.
  void declare(CText text);
  // The function that the text of `site` is.
  Result<Value> function(CInlineBody& site);
  // A header has changed: each text is compiled again when it is next reached.
  void compile_again() { generation_++; }

 private:
  using Words = std::set<std::string, std::less<>>;
  struct Signature;

  Result<Signature> signature(const CInlineBody& site);
  Result<core::CSource> source(const CInlineBody& site, const Signature& signature);
  void add_headers(const CInlineBody& site, const Words& words, core::CSource& source);
  Failed compile_failure(const CInlineBody& site, const core::CDiagnostic& first);

  BridgeContext& bridge_;
  std::vector<CText> declarations_;
  uint64_t generation_ = 0;
};

}  // namespace elle::lang
