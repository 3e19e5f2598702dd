#include "tests/core/random_types.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>

namespace elle::core {

TypeKind RandomTypes::scalar() {
  static constexpr TypeKind kScalars[] = {
      TypeKind::kBool,         TypeKind::kChar,
      TypeKind::kUnsignedChar, TypeKind::kShort,
      TypeKind::kInt,          TypeKind::kUnsignedInt,
      TypeKind::kLong,         TypeKind::kUnsignedLongLong,
      TypeKind::kFloat,        TypeKind::kFloat,
      TypeKind::kDouble,       TypeKind::kDouble,
      TypeKind::kLongDouble,   TypeKind::kInt128,
      TypeKind::kComplexFloat, TypeKind::kComplexDouble,
      TypeKind::kSignedChar,   TypeKind::kComplexLongDouble,
  };
  return kScalars[below(std::size(kScalars))];
}

TypeKind RandomTypes::bit_field_scalar() {
  static constexpr TypeKind kScalars[] = {
      TypeKind::kBool, TypeKind::kSignedChar,  TypeKind::kUnsignedShort, TypeKind::kInt,
      TypeKind::kInt,  TypeKind::kUnsignedInt, TypeKind::kLong,          TypeKind::kUnsignedLongLong};
  return kScalars[below(std::size(kScalars))];
}

TypeId RandomTypes::member_type() {
  if (!records_.empty() && one_in(5)) {
    const RandomRecord& record = records_[below(static_cast<uint32_t>(records_.size()))];
    if (!record.is_flexible && table_.size_of(record.type).value() <= 64) return record.type;
  }
  const TypeId type = type_of(scalar());
  return one_in(8) ? table_.pointer_to(type) : type;
}

RandomTypes::Member RandomTypes::plain_member(const std::string& name) {
  TypeId type = member_type();
  if (one_in(5)) type = table_.array_of(type, below(4));
  Member made{.spec = {.name = name, .type = type}, .text = table_.text(type, name)};
  if (one_in(10)) {
    made.spec.aligned = 1U << below(5);
    made.text += fmt::format(" __attribute__((aligned({})))", made.spec.aligned);
  }
  if (one_in(12)) {
    made.spec.packed = true;
    made.text += " __attribute__((packed))";
  }
  return made;
}

RandomTypes::Member RandomTypes::bit_field_member(const std::string& name) {
  const TypeKind kind = bit_field_scalar();
  const uint32_t room = kind == TypeKind::kBool ? 1 : table_.target().scalar(kind).size * 8;
  const bool is_unnamed = with_unnamed_ && one_in(6);
  const uint32_t width = is_unnamed && one_in(2) ? 0 : 1 + below(one_in(3) ? room : std::min(room, 9U));
  const std::string shown = is_unnamed ? "" : name;
  Member made{.spec = {.name = shown, .type = type_of(kind), .is_bit_field = true, .bit_width = width},
              .text = fmt::format("{} : {}", table_.text(type_of(kind), shown), width)};
  if (!is_unnamed && one_in(12)) {
    made.spec.packed = true;
    made.text += " __attribute__((packed))";
  }
  return made;
}

RandomTypes::Member RandomTypes::member(size_t index) {
  const std::string name = fmt::format("m{}", index);
  return one_in(3) ? bit_field_member(name) : plain_member(name);
}

const RandomRecord& RandomTypes::add_record() {
  RandomRecord made;
  made.tag = fmt::format("r{}", records_.size());
  const RecordKind kind = one_in(5) ? RecordKind::kUnion : RecordKind::kStruct;
  std::vector<FieldSpec> specs;
  std::string body;
  const size_t count = below(7);
  for (size_t i = 0; i < count; i++) {
    Member next = member(i);
    specs.push_back(next.spec);
    body += fmt::format("  {};\n", next.text);
  }
  if (kind == RecordKind::kStruct && count > 0 && !specs[0].name.empty() && one_in(15)) {
    const TypeId tail = table_.array_of(type_of(scalar()), kUnknownLength);
    specs.push_back({.name = "tail", .type = tail});
    body += fmt::format("  {};\n", table_.text(tail, "tail"));
    made.is_flexible = true;
  }

  RecordAttributes attributes;
  std::string suffix;
  if (one_in(8)) attributes.pack = 1U << below(4);
  if (one_in(8)) {
    attributes.packed = true;
    suffix += " __attribute__((packed))";
  }
  if (one_in(10)) {
    attributes.aligned = 1U << below(5);
    suffix += fmt::format(" __attribute__((aligned({})))", attributes.aligned);
  }
  made.name = fmt::format("{} {}", kind == RecordKind::kUnion ? "union" : "struct", made.tag);
  made.text = fmt::format("{} {{\n{}}}{};\n", made.name, body, suffix);
  if (attributes.pack != 0) made.text = fmt::format("#pragma pack({})\n{}#pragma pack()\n", attributes.pack, made.text);
  made.type = table_.declare_record(made.tag, kind);
  REQUIRE(table_.define_record(made.type, specs, attributes).ok());
  return records_.emplace_back(std::move(made));
}

TypeId RandomTypes::value_type() {
  if (!records_.empty() && one_in(2)) {
    const RandomRecord& record = records_[below(static_cast<uint32_t>(records_.size()))];
    if (!record.is_flexible && table_.size_of(record.type).value() <= 64) return record.type;
  }
  return one_in(8) ? table_.pointer_to(type_of(TypeKind::kVoid)) : type_of(scalar());
}

void compile_c(const std::string& source, const std::string& output, const std::string& options) {
  const std::string command =
      fmt::format("'{}' -w -Wno-psabi {} -o '{}' '{}'", ELLE_C_COMPILER, options, output, source);
  REQUIRE(std::system(command.c_str()) == 0);
}

}  // namespace elle::core
