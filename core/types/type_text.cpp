// A type as C writes it. C's declarators read from the name outwards, so the text grows around `inner`: the name, or
// nothing, with what was met so far wrapped about it.
#include <cctype>
#include <fmt/format.h>

#include "core/types/type_table.h"

namespace elle::core {

namespace {

std::string qualifier_words(Qualifiers qualifiers) {
  std::string words;
  if (qualifiers & kConst) words += "const ";
  if (qualifiers & kVolatile) words += "volatile ";
  return words;
}

class TypeWriter {
 public:
  explicit TypeWriter(const TypeTable& table) : table_(table) {}

  std::string write(TypeId id, std::string inner, Qualifiers qualifiers = 0) const {
    const Type& type = table_[id];
    switch (type.kind) {
      case TypeKind::kPointer:
        return write_pointer(type, std::move(inner), qualifiers);
      case TypeKind::kArray:
        return write(type.target, inner + array_suffix(type), qualifiers);
      case TypeKind::kFunction:
        return write_function(id, std::move(inner));
      case TypeKind::kQualified:
        return write(type.target, std::move(inner), qualifiers | type.qualifiers);
      default:
        break;
    }
    const std::string base = qualifier_words(qualifiers) + base_name(id);
    if (inner.empty() || inner.front() == '[') return base + inner;
    return base + " " + inner;
  }

 private:
  static std::string array_suffix(const Type& type) {
    return type.count == kUnknownLength ? "[]" : fmt::format("[{}]", type.count);
  }

  std::string write_pointer(const Type& type, std::string inner, Qualifiers qualifiers) const {
    std::string words = qualifier_words(qualifiers);
    const bool glued = inner.empty() || inner.front() == '[';
    if (!words.empty() && glued) words.pop_back();
    inner = "*" + words + inner;
    const TypeKind target = table_[type.target].kind;
    // `*` binds less than `[4]` and `(int)`, so a pointer to those needs brackets.
    if (target == TypeKind::kArray || target == TypeKind::kFunction) inner = "(" + inner + ")";
    return write(type.target, std::move(inner));
  }

  std::string write_function(TypeId id, std::string inner) const {
    const FunctionType& parts = table_.function_type(id);
    std::string parameters;
    for (TypeId parameter : parts.parameters) {
      parameters += (parameters.empty() ? "" : ", ") + write(parameter, {});
    }
    if (parts.variadic) parameters += parameters.empty() ? "..." : ", ...";
    if (parameters.empty()) parameters = "void";
    return write(parts.result, inner + "(" + parameters + ")");
  }

  std::string base_name(TypeId id) const {
    const Type& type = table_[id];
    switch (type.kind) {
      case TypeKind::kTypedef:
        return std::string(table_.typedef_name(id));
      case TypeKind::kRecord: {
        const RecordType& record = table_.record(id);
        return tagged(record.kind == RecordKind::kUnion ? "union" : "struct", record.tag);
      }
      case TypeKind::kEnum:
        return tagged("enum", table_.enumeration(id).tag);
      case TypeKind::kVector:
        return fmt::format("{} __attribute__((vector_size({} * sizeof({}))))", write(type.target, {}), type.count,
                           write(type.target, {}));
      default:
        return id == kNoType ? "<no type>" : std::string(scalar_spelling(type.kind));
    }
  }

  static std::string tagged(std::string_view keyword, std::string_view tag) {
    return fmt::format("{} {}", keyword, tag.empty() ? "<anonymous>" : tag);
  }

  const TypeTable& table_;
};

}  // namespace

std::string TypeTable::text(TypeId type, std::string_view name) const {
  return TypeWriter(*this).write(type, std::string(name));
}

}  // namespace elle::core
