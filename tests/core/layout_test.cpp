// Our layouts against the C compiler's, for random records: sizes, alignments, offsets, and the bits of bit-fields.
#include <cstdio>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/types/record_definition.h"
#include "core/types/type_table.h"

#include "tests/core/random_types.h"
#include "tests/core/test_folder.h"

namespace elle::core {
namespace {

constexpr unsigned kSeed = 20;
constexpr int kRecords = 400;

const char* const kPrelude = R"(
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
// Where the ones are, once a bit-field was set to all of them.
static void print_bits(const unsigned char *bytes, size_t size) {
  size_t first = 0, count = 0;
  for (size_t i = 0; i < size * 8; i++) {
    if (!(bytes[i / 8] >> (i % 8) & 1)) continue;
    if (count++ == 0) first = i;
  }
  printf(" %zu:%zu", first, count);
}
)";

// C statements that print a record as expected_line() does.
std::string printing_code(const TypeTable& table, const RandomRecord& record) {
  std::string code =
      fmt::format("{{ printf(\"{} %zu %zu\", sizeof({}), _Alignof({}));\n", record.tag, record.name, record.name);
  for (const Field& field : table.record(record.type).layout.fields) {
    if (field.is_bit_field) {
      code += fmt::format("{{ {} r; memset(&r, 0, sizeof r); r.{} = -1; print_bits((void *)&r, sizeof r); }}\n",
                          record.name, field.name);
    } else {
      code += fmt::format("printf(\" %zu\", offsetof({}, {}));\n", record.name, field.name);
    }
  }
  return code + "printf(\"\\n\"); }\n";
}

std::string expected_line(const TypeTable& table, const RandomRecord& record) {
  const RecordLayout& layout = table.record(record.type).layout;
  std::string line = fmt::format("{} {} {}", record.tag, layout.size, layout.align);
  for (const Field& field : layout.fields) {
    line += field.is_bit_field ? fmt::format(" {}:{}", field.bit_offset, field.bit_width)
                               : fmt::format(" {}", field.offset());
  }
  return line;
}

std::vector<std::string> output_of(const std::string& program) {
  std::vector<std::string> lines;
  FILE* const pipe = popen(program.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char line[4096];
  while (fgets(line, sizeof line, pipe) != nullptr) {
    lines.emplace_back(line);
    lines.back().pop_back();
  }
  REQUIRE(pclose(pipe) == 0);
  return lines;
}

// Compiles `definitions` of all records, and holds what the program says of them against the table.
void check_layouts(const TypeTable& table, const RandomTypes& random, const std::string& definitions) {
  std::string prints;
  for (const RandomRecord& record : random.records()) prints += printing_code(table, record);
  const TestFolder folder;
  const std::string source = folder.write("records.c", kPrelude + definitions + "int main(void) {\n" + prints + "}\n");
  compile_c(source, folder / "records", "-O0");

  const std::vector<std::string> lines = output_of(folder / "records");
  REQUIRE(lines.size() == random.records().size());
  for (size_t i = 0; i < lines.size(); i++) {
    const RandomRecord& record = random.records()[i];
    CHECK_MESSAGE(expected_line(table, record) == lines[i], "seed ", kSeed, "\n", record.text);
  }
}

TEST_CASE("random records are laid out as the C compiler lays them out") {
  TypeTable table;
  RandomTypes random(table, kSeed);
  std::string definitions;
  for (int i = 0; i < kRecords; i++) definitions += random.add_record().text;
  check_layouts(table, random, definitions);
}

TEST_CASE("a record's definition, written from its layout, has that layout") {
  TypeTable table;
  RandomTypes random(table, kSeed);
  std::string definitions;
  for (int i = 0; i < kRecords; i++) {
    const RandomRecord& record = random.add_record();
    const MemberText member = [&](TypeId type, const std::string& name) -> Result<std::string> {
      return table.text(type, name);
    };
    definitions += record_definition(table, record.type, record.tag, member).take() + ";\n";
  }
  check_layouts(table, random, definitions);
}

}  // namespace
}  // namespace elle::core
