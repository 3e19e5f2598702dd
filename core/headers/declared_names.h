// Which names have been declared, by their string in the file: for joining declarations of the same thing, and for the
// meaning of names in macros.
#pragma once

#include <optional>
#include <unordered_map>

#include "core/declarations/format.h"

namespace elle::core::headers {

class DeclaredNames {
 public:
  struct Entry {
    format::DeclarationKind kind;
    uint32_t number;
  };

  // The entry of a name among functions, variables, typedefs and enum constants, or among tags; the first one counts.
  void add(format::StringRef name, Entry entry) { table(entry.kind).try_emplace(name, entry); }
  std::optional<Entry> ordinary(format::StringRef name) const { return find(ordinary_, name); }
  std::optional<Entry> tag(format::StringRef name) const { return find(tags_, name); }

 private:
  using Table = std::unordered_map<format::StringRef, Entry>;

  Table& table(format::DeclarationKind kind) {
    bool is_tag = kind == format::DeclarationKind::kRecord || kind == format::DeclarationKind::kEnum;
    return is_tag ? tags_ : ordinary_;
  }
  static std::optional<Entry> find(const Table& table, format::StringRef name) {
    auto found = table.find(name);
    if (found == table.end()) return std::nullopt;
    return found->second;
  }

  Table ordinary_;
  Table tags_;
};

}  // namespace elle::core::headers
