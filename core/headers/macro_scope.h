// What names mean in macros: the declarations collected so far, as the constant folder wants to see them.
#pragma once

#include "core/declarations/declarations_builder.h"
#include "core/headers/declared_names.h"
#include "core/macros/value.h"

namespace elle::core::headers {

class MacroScope final : public macros::Scope {
 public:
  MacroScope(DeclarationsBuilder& builder, const DeclaredNames& names) : builder_(builder), names_(names) {}

  macros::NamedValue find_name(std::string_view name) override;
  std::optional<macros::TypeHandle> find_type(Tag tag, std::string_view name) override;
  macros::TypeFacts facts(macros::TypeHandle type) override;
  macros::TypeHandle scalar(macros::ScalarKind kind) override { return builder_.type({kind, 0, 0, 0, 0}); }
  macros::TypeHandle pointer_to(macros::TypeHandle pointee) override;
  macros::TypeHandle array_of(macros::TypeHandle element, uint64_t count) override;
  macros::TypeHandle qualified(macros::TypeHandle type, uint8_t flags) override;
  macros::TypeHandle function(macros::TypeHandle result, const std::vector<macros::TypeHandle>& parameters,
                              bool variadic) override;

 private:
  macros::TypeFacts derived_facts(const format::TypeRow& row);

  DeclarationsBuilder& builder_;
  const DeclaredNames& names_;
};

}  // namespace elle::core::headers
