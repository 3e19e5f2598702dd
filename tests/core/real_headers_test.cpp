// Real headers, read and then checked against what the C compiler makes of the same text.
#include <cstdlib>
#include <cstring>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <random>
#include <sstream>

#include "core/base/child_process.h"
#include "core/base/file.h"
#include "core/declarations/header_cache.h"
#include "core/declarations/header_loader.h"
#include "core/declarations/type_loader.h"
#include "core/library/packages.h"

#include "tests/core/test_folder.h"

namespace elle::core {
namespace {

struct Sample {
  std::vector<std::string> headers;
  const char* package;  // or nullptr
};

const Sample kSamples[] = {{{"sqlite3.h"}, nullptr},
                           {{"zlib.h"}, nullptr},
                           {{"math.h", "limits.h", "float.h", "stdint.h"}, nullptr},
                           {{"sys/stat.h", "errno.h", "fcntl.h", "signal.h"}, nullptr},
                           {{"SDL2/SDL.h"}, "sdl2"},
                           {{"gtk/gtk.h"}, "gtk4"}};

const TestFolder& cache() {
  static TestFolder folder;
  return folder;
}

HeaderRequest request_for(const Sample& sample) {
  HeaderRequest request;
  request.headers = sample.headers;
  if (!sample.package) return request;
  Package package = Packages(cache().path()).find(sample.package).take();
  request.include_folders = package.include_folders;
  request.defines = package.defines;
  request.flags = package.flags;
  return request;
}

std::shared_ptr<const DeclarationsFile> load(const HeaderRequest& request) {
  LoaderOptions options;
  options.parser = ELLE_HEADERS_PROGRAM;
  options.cache_folder = cache().path();
  auto file = load_headers(request, options);
  if (!file.ok()) FAIL(file.error()->message);
  return file.take();
}

// The cache entry of a request, once it has been loaded.
std::string cached_path(const HeaderRequest& request) {
  std::string text(load(request)->request());
  for (const CacheEntry& entry : list_cache(cache().path()))
    if (entry.request == text) return entry.path;
  return {};
}

bool is_value(MacroValue value) {
  return value == MacroValue::kInteger || value == MacroValue::kFloating || value == MacroValue::kString;
}

// A program that prints each macro as the compiler sees it: its name, size, sign and value.
std::string printing_program(const HeaderRequest& request, const std::vector<Declaration>& macros) {
  std::string text;
  for (const std::string& header : request.headers) text += fmt::format("#include <{}>\n", header);
  text +=
      "#include <stdio.h>\n#undef main\n"
      "#define I(n, v) printf(\"%s %zu %d %llx\\n\", n, sizeof(v), (__typeof__(v))-1 < 0, (unsigned long long)(v))\n"
      "#define F(n, v) printf(\"%s %zu 1 %La\\n\", n, sizeof(v), (long double)(v))\n"
      "#define S(n, v, size) print_bytes(n, sizeof(v), (const char *)(v), size)\n"
      "static void print_bytes(const char *n, unsigned long is, const char *v, unsigned long size) {\n"
      "  printf(\"%s %lu 0 \", n, is);\n"
      "  for (unsigned long i = 0; i < size; i++) printf(\"%02x\", (unsigned char)v[i]);\n  puts(\"\");\n}\n"
      "int main(void) {\n";
  for (const Declaration& macro : macros) {
    std::string_view name = macro.name();
    text += fmt::format("#ifdef {}\n", name);
    if (macro.macro_value() == MacroValue::kInteger) text += fmt::format("  I(\"{0}\", {0});\n", name);
    if (macro.macro_value() == MacroValue::kFloating) text += fmt::format("  F(\"{0}\", {0});\n", name);
    if (macro.macro_value() == MacroValue::kString)
      text += fmt::format("  S(\"{0}\", {0}, {1});\n", name, macro.macro_text().size() + 1);
    text += "#endif\n";
  }
  return text + "  return 0;\n}\n";
}

std::string run(std::vector<std::string> arguments) {
  ChildProcess child;
  child.arguments = std::move(arguments);
  ChildOutcome outcome = run_child(child).take();
  if (outcome.exit_status != 0) FAIL(outcome.errors.substr(0, 2000));
  return outcome.output;
}

std::string compiled_output(const HeaderRequest& request, const std::string& program) {
  TestFolder folder;
  std::vector<std::string> compile = {
      ELLE_C_COMPILER, "-w", "-std=gnu17", "-o", folder / "program", folder.write("program.c", program)};
  for (const std::string& include : request.include_folders) compile.push_back("-I" + include);
  for (const std::string& define : request.defines) compile.push_back("-D" + define);
  run(compile);
  return run({folder / "program"});
}

std::string hex_of(std::string_view bytes) {
  std::string hex;
  for (char c : bytes) hex += fmt::format("{:02x}", static_cast<uint8_t>(c));
  return hex + "00";
}

// Whether the compiler's value, as printed, is ours.
bool same_value(const Declaration& macro, const std::string& printed) {
  if (macro.macro_value() == MacroValue::kInteger) return fmt::format("{:x}", macro.macro_bits()) == printed;
  if (macro.macro_value() == MacroValue::kString) return hex_of(macro.macro_text()) == printed;
  long double ours = std::strtold(std::string(macro.macro_text()).c_str(), nullptr);
  long double theirs = std::strtold(printed.c_str(), nullptr);
  return ours == theirs || (ours != ours && theirs != theirs);
}

// What clang and the machine's own compiler define differently: their intrinsics, and which floating types they have.
bool depends_on_compiler(std::string_view name) {
  return name.starts_with("_MM_") || name.starts_with("__HAVE_") || name == "FLT_EVAL_METHOD";
}

TEST_CASE("every folded macro has the value, size and sign the C compiler gives it") {
  for (const Sample& sample : kSamples) {
    HeaderRequest request = request_for(sample);
    auto file = load(request);
    std::vector<Declaration> macros;
    for (const Declaration& macro : file->all(DeclarationKind::kMacro))
      if (is_value(macro.macro_value()) && !macro.predefined() && !depends_on_compiler(macro.name()))
        macros.push_back(macro);
    CHECK(macros.size() > 30);

    TypeTable table;
    auto loader = TypeLoader::create(table, file);
    std::istringstream lines(compiled_output(request, printing_program(request, macros)));
    std::string name, value;
    size_t compared = 0;
    for (uint64_t size, is_signed; lines >> name >> size >> is_signed >> value; compared++) {
      CAPTURE(name);
      CAPTURE(value);
      Declaration macro = *file->find(name, kMacros);
      CHECK(same_value(macro, value));
      TypeId type = loader->load(macro.type()).take();
      CHECK(table.size_of(type).value() == size);
      if (macro.macro_value() == MacroValue::kInteger) CHECK(table.is_signed(type) == (is_signed != 0));
    }
    CHECK(compared > macros.size() * 9 / 10);
  }
}

// Attributes and `#pragma pack` are not in the file as numbers; a record laid out by them is left out here.
bool laid_out_by_rules(const Declaration& record) { return !record.opaque() && !record.packed() && !record.aligned(); }

bool agrees(TypeTable& table, TypeLoader& loader, const Declaration& record) {
  std::vector<FieldSpec> fields;
  for (uint32_t i = 0; i < record.field_count(); i++) {
    FieldView view = record.field(i);
    FieldSpec field;
    field.name = view.name;
    field.type = loader.load(view.type).take();
    field.is_bit_field = view.bit_width.has_value();
    field.bit_width = view.bit_width.value_or(0);
    fields.push_back(field);
  }
  TypeId ours = table.declare_record("", record.is_union() ? RecordKind::kUnion : RecordKind::kStruct);
  if (!table.define_record(ours, fields).ok()) return false;
  const RecordLayout& layout = table.record(ours).layout;
  if (layout.size != record.size() || layout.align != record.align()) return false;
  const RecordType& theirs = *table.complete_record(loader.load(record.type()).take()).take();
  if (theirs.layout.fields.size() != layout.fields.size()) return false;
  for (size_t i = 0; i < layout.fields.size(); i++)
    if (layout.fields[i].bit_offset != theirs.layout.fields[i].bit_offset) return false;
  return true;
}

TEST_CASE("clang's layout of every record is the one our own rules give") {
  for (const Sample& sample : kSamples) {
    auto file = load(request_for(sample));
    TypeTable table;
    auto loader = TypeLoader::create(table, file);
    for (const Declaration& record : file->all(DeclarationKind::kRecord)) {
      CAPTURE(record.name());
      if (laid_out_by_rules(record)) CHECK(agrees(table, *loader, record));
    }
  }
}

// Random damage with the checksum made right: types come out wrong or are refused, and nobody is harmed.
TEST_CASE("types of a forged file are loaded or refused") {
  TestFolder folder;
  std::string whole = read_file(cached_path(request_for(kSamples[1]))).take();
  std::minstd_rand random(7);
  for (int round = 0; round < 200; round++) {
    std::string forged = whole;
    for (int i = 0; i < 20; i++) forged[random() % forged.size()] = static_cast<char>(random());
    format::FileHeader header;
    std::memcpy(&header, forged.data(), sizeof header);
    header.checksum = format::file_checksum(header, forged.data() + sizeof header, forged.size() - sizeof header);
    std::memcpy(forged.data(), &header, sizeof header);
    auto file = DeclarationsFile::open(folder.write("forged", forged));
    if (!file.ok()) continue;
    TypeTable table;
    auto loader = TypeLoader::create(table, file.take());
    for (const Declaration& record : loader->file().all(DeclarationKind::kRecord))
      if (auto type = loader->load(record.type()); type.ok()) (void)table.size_of(type.value()).ok();
    for (const Declaration& function : loader->file().all(DeclarationKind::kFunction))
      (void)loader->function(function).ok();
  }
}

TEST_CASE("types of a header are made one by one, on demand") {
  auto file = load(request_for(kSamples[0]));
  TypeTable table;
  auto loader = TypeLoader::create(table, file);
  size_t before = table.size();
  TypeId open = loader->function(*file->find("sqlite3_open")).take();
  CHECK(table.text(open, "sqlite3_open") == "int sqlite3_open(const char *, sqlite3 **)");
  CHECK(table.size() < before + 12);
  TypeId module = loader->named(*file->find("sqlite3_module")).take();
  CHECK(table.find_field(module, "xCreate").value().offset() == 8);
  CHECK(!table.find_field(loader->named(*file->find("sqlite3")).take(), "x").ok());
}

}  // namespace
}  // namespace elle::core
