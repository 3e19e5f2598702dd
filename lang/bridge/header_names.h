// HeaderNames: what the machine, `doc`, `apropos` and `reload` ask of loaded headers, answered by the rooms that know.
#pragma once

#include "lang/runtime/runtime.h"

namespace elle::lang {

class HeaderNames : public NameResolver {
 public:
  explicit HeaderNames(BridgeContext& bridge) : bridge_(bridge) {}

  Resolution resolve(VM& vm, Symbol* name) override;
  Result<bool> assign(Symbol* name, Value value) override;
  std::vector<std::string> nearest(std::string_view name, size_t limit) override;
  std::optional<std::string> describe(std::string_view name, const Screen& screen) override;
  std::optional<Absence> absence(std::string_view name) override;
  void search(NameQuery& query, std::vector<NameFinding>& findings) override;
  void tell(NameFinding& finding) override;
  std::vector<std::string> changes() override;
  Result<std::optional<std::string>> reload(std::string_view name) override;

 private:
  BridgeContext& bridge_;
};

}  // namespace elle::lang
