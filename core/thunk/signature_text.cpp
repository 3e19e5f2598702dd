// Records are written out by record_definition(), so that they are laid out as they are in the table and not as the
// compiler thinks right, and a static assertion holds the compiler to it.
#include "core/thunk/signature_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/types/record_definition.h"

namespace elle::core {

namespace {

// Names of scalars that a C compiler knows without a header.
std::string_view built_in_spelling(TypeKind kind) {
  switch (kind) {
    case TypeKind::kBool:
      return "_Bool";
    case TypeKind::kWideChar:
      return "__WCHAR_TYPE__";
    case TypeKind::kChar16:
      return "__CHAR16_TYPE__";
    case TypeKind::kChar32:
      return "__CHAR32_TYPE__";
    case TypeKind::kFloat128:
      return "__float128";
    default:
      return scalar_spelling(kind);
  }
}

}  // namespace

Result<std::string> SignatureText::declare(TypeId type, const std::string& name) {
  const Type node = types_.resolved(type);
  switch (node.kind) {
    case TypeKind::kPointer:
    case TypeKind::kFunction:
      return "void *" + name;
    case TypeKind::kArray:
      return declare(node.target, fmt::format("{}[{}]", name, node.count));
    case TypeKind::kVector:
      return TRY(vector_name(types_.resolve(type))) + " " + name;
    case TypeKind::kRecord:
      return TRY(record_name(types_.resolve(type))) + " " + name;
    default:
      return fmt::format("{} {}", built_in_spelling(types_.scalar_kind(type)), name);
  }
}

Result<std::string> SignatureText::vector_name(TypeId vector) {
  // A type is defined where it is first needed, after what it is made of: members have been declared by then.
  if (const auto known = names_.find(vector); known != names_.end()) return known->second;
  const std::string name = fmt::format("v{}", next_name_++);
  const uint64_t size = TRY(types_.size_of(vector));
  const std::string element = TRY(declare(types_.element_of(vector), name));
  definitions_ += fmt::format("typedef {} __attribute__((vector_size({})));\n", element, size);
  largest_vector_ = std::max(largest_vector_, size);
  return names_[vector] = name;
}

Result<std::string> SignatureText::record_name(TypeId record) {
  if (const auto known = names_.find(record); known != names_.end()) return known->second;
  // Its members are named by their place: C's keywords and the headers' macros are far.
  size_t members = 0;
  const auto member = [&](TypeId type, const std::string&) { return declare(type, fmt::format("m{}", members++)); };
  const std::string tag = fmt::format("r{}", next_name_++);
  std::string definition = TRY(record_definition(types_, record, tag, member));
  const char* keyword = types_.record(record).kind == RecordKind::kUnion ? "union" : "struct";
  const std::string name = fmt::format("{} {}", keyword, tag);
  definitions_ +=
      fmt::format("{};\n_Static_assert(sizeof({}) == {}, \"\");\n", definition, name, TRY(types_.size_of(record)));
  return names_[record] = name;
}

Result<std::vector<std::string>> SignatureText::flags() const { return vector_flags(largest_vector_); }

}  // namespace elle::core
