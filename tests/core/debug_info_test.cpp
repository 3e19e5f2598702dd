// What elle-debug-info says of a compiled library, beside what elle-headers says of its source.
#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "core/base/child_process.h"
#include "core/declarations/debug_info_loader.h"
#include "core/declarations/header_loader.h"
#include "core/declarations/type_loader.h"
#include "core/types/type_table.h"

#include "tests/core/test_folder.h"

namespace elle::core {
namespace {

constexpr std::string_view kSource = R"C(
typedef struct _Widget Widget;
typedef unsigned long Size;
typedef enum { RED = -1, GREEN, BLUE = 200 } Color;
enum wide { SMALL, LARGE = 0xffffffffffull };
typedef struct { int x, y; } Point;
struct bits { signed a : 3; unsigned b : 7; unsigned long c : 40; _Bool d : 1; char rest; };
struct __attribute__((packed)) tight { char tag; int value; };
struct nested {
  const char *name;
  Point corners[2][3];
  union { int number; double real; };
  struct { short low, high; } pair;
  int (*handler)(struct nested *self, const Point *at);
  struct bits bits;
  long double precise;
  char tail[];
};
typedef float Quad __attribute__((vector_size(16)));

int counter = 3;
const char *const names[2] = {"a", "b"};
Widget *widget_new(const char *title, Size size) { return 0; }
Color mix(Color a, enum wide b) { return a; }
Point moved(Point p, int dx, short dy) { return p; }
struct nested *nest(struct nested *n, struct tight t, struct bits *b) { return n; }
void *raw(volatile const int *p, char c, signed char s, unsigned char u) { return 0; }
long long sum(int count, ...) { return 0; }
unsigned long long scale(float f, double d, long double l, _Bool b, unsigned short s) { return 0; }
Quad twice(Quad q) { return q; }
double _Complex turn(double _Complex z) { return z; }
__int128 huge(unsigned __int128 x) { return 0; }
int renamed(void) __asm__("its_symbol");
int renamed(void) { return 1; }
static int hidden(int x) { return x; }
int shown(int x) { return hidden(x); }
)C";

struct Fixture {
  TestFolder folder;
  LoaderOptions options;
  LoaderOptions header_options;

  Fixture() {
    options.cache_folder = header_options.cache_folder = folder / "cache";
    options.parser = ELLE_DEBUG_INFO_PROGRAM;
    header_options.parser = ELLE_HEADERS_PROGRAM;
  }

  // The library that the C compiler makes of a text.
  std::string build(std::string_view text, const std::vector<std::string>& flags) {
    std::string source = folder.write("library.c", text), library = folder / "library.so";
    ChildProcess compiler;
    compiler.arguments = {ELLE_C_COMPILER, "-w", "-shared", "-fPIC", "-o", library, source};
    compiler.arguments.insert(compiler.arguments.end(), flags.begin(), flags.end());
    auto outcome = run_child(compiler);
    REQUIRE(outcome.ok());
    REQUIRE_MESSAGE(outcome.value().exit_status == 0, outcome.value().errors);
    return library;
  }

  std::shared_ptr<const DeclarationsFile> loaded(const std::string& library) {
    auto file = load_debug_info(library, options);
    if (!file.ok()) FAIL(file.error()->message);
    return file.take();
  }

  std::shared_ptr<const DeclarationsFile> source_declarations() {
    HeaderRequest request;
    request.headers = {folder / "library.c"};
    auto file = load_headers(request, header_options);
    if (!file.ok()) FAIL(file.error()->message);
    return file.take();
  }
};

// A declaration's type as C text, with the layout below it when it is a record and the constants when it is an enum.
std::string described(TypeTable& types, TypeLoader& loader, const Declaration& declaration) {
  auto type = loader.named(declaration);
  if (!type.ok()) return type.error()->message;
  std::string text = types.text(type.value(), declaration.name());
  if (types.kind_of(type.value()) == TypeKind::kRecord) {
    auto record = types.complete_record(type.value());
    if (!record.ok()) return text + " opaque";
    const RecordLayout& layout = record.value()->layout;
    text += " " + std::to_string(layout.size) + "/" + std::to_string(layout.align);
    for (const Field& field : layout.fields)
      text += "\n  " + types.text(field.type, field.name) + " at " + std::to_string(field.bit_offset) +
              (field.is_bit_field ? " bits " + std::to_string(field.bit_width) : "");
  }
  if (types.kind_of(type.value()) == TypeKind::kEnum) {
    auto enumeration = types.complete_enum(type.value());
    REQUIRE(enumeration.ok());
    text += " of " + types.text(enumeration.value()->underlying);
    for (const EnumConstant& constant : enumeration.value()->constants)
      text += "\n  " + constant.name + " = " + std::to_string(static_cast<int64_t>(constant.value));
  }
  return text;
}

void check_agreement(Fixture& fixture, const std::string& library) {
  auto compiled = fixture.loaded(library);
  auto source = fixture.source_declarations();
  TypeTable types;
  auto of_compiled = TypeLoader::create(types, compiled), of_source = TypeLoader::create(types, source);
  for (const char* name : {"counter", "names", "widget_new", "mix", "moved", "nest", "raw", "sum", "scale", "twice",
                           "turn", "huge", "renamed", "shown", "Widget", "Size", "Color", "Point", "Quad"}) {
    auto here = compiled->find(name), there = source->find(name);
    REQUIRE_MESSAGE((here && there), std::string(name));
    CHECK_EQ(described(types, *of_compiled, *here), described(types, *of_source, *there));
    CHECK_EQ(here->symbol(), there->symbol());
  }
  for (const char* tag : {"wide", "bits", "tight", "nested"}) {
    auto here = compiled->find(tag, kTags), there = source->find(tag, kTags);
    REQUIRE_MESSAGE((here && there), std::string(tag));
    CHECK_EQ(described(types, *of_compiled, *here), described(types, *of_source, *there));
  }
  CHECK(!compiled->find("hidden"));
}

TEST_CASE_FIXTURE(Fixture, "debug information says what the source says, in each version of DWARF") {
  for (const char* version : {"-gdwarf-3", "-gdwarf-4", "-gdwarf-5"}) {
    CAPTURE(std::string(version));
    check_agreement(*this, build(kSource, {version}));
  }
}

TEST_CASE_FIXTURE(Fixture, "functions that the optimiser took apart keep their prototypes") {
  check_agreement(*this, build(kSource, {"-g", "-O3"}));
}

TEST_CASE_FIXTURE(Fixture, "a type that is only declared stays opaque and keeps its typedef's name") {
  auto file = loaded(build(kSource, {"-g"}));
  TypeTable types;
  auto loader = TypeLoader::create(types, file);
  auto type = loader->load(file->find("widget_new")->result());
  REQUIRE(type.ok());
  CHECK_EQ(types.text(type.value()), "Widget *");
  CHECK_EQ(types.typedef_name(types.element_of(type.value())), "Widget");
  CHECK(file->find("_Widget", kTags)->opaque());
}

TEST_CASE_FIXTURE(Fixture, "parameters have names and declarations a place") {
  auto file = loaded(build(kSource, {"-g"}));
  auto function = *file->find("widget_new");
  REQUIRE_EQ(function.parameter_count(), 2);
  CHECK_EQ(function.parameter(0).name, "title");
  CHECK_EQ(function.parameter(1).name, "size");
  CHECK_EQ(function.place().file, folder / "library.c");
  CHECK_EQ(function.place().line, 23);
}

TEST_CASE_FIXTURE(Fixture, "debug information in a file of its own is found by the name the library gives it") {
  std::string library = build(kSource, {"-g"});
  auto run = [](std::vector<std::string> arguments) {
    ChildProcess child;
    child.arguments = std::move(arguments);
    auto outcome = run_child(child);
    REQUIRE(outcome.ok());
    REQUIRE_MESSAGE(outcome.value().exit_status == 0, outcome.value().errors);
  };
  run({"objcopy", "--only-keep-debug", library, library + ".debug"});
  run({"objcopy", "--strip-debug", "--add-gnu-debuglink=" + library + ".debug", library});
  CHECK(loaded(library)->find("widget_new"));
}

TEST_CASE_FIXTURE(Fixture, "the answer is kept until the library changes") {
  std::string library = build("int one(void) { return 1; }", {"-g"});
  CHECK(loaded(library)->find("one"));
  CHECK(loaded(library)->up_to_date());
  build("int two(void) { return 2; }", {"-g"});
  auto changed = loaded(library);
  CHECK(!changed->find("one"));
  CHECK(changed->find("two"));
}

TEST_CASE_FIXTURE(Fixture, "a library without debug information is an error that says so") {
  std::string library = build(kSource, {});
  auto file = load_debug_info(library, options);
  REQUIRE(!file.ok());
  CHECK_EQ(file.error()->kind, ErrorKind::kLibrary);
  CHECK_EQ(file.error()->message, "`" + library + "` has no debug information.");
}

TEST_CASE_FIXTURE(Fixture, "what is no library is an error") {
  auto missing = load_debug_info(folder / "none.so", options);
  REQUIRE(!missing.ok());
  CHECK_EQ(missing.error()->message, "There is no file `" + (folder / "none.so") + "`.");
  auto text = load_debug_info(folder.write("text.so", "not a library"), options);
  REQUIRE(!text.ok());
  CHECK_EQ(text.error()->kind, ErrorKind::kLibrary);
  auto empty = load_debug_info(folder.write("empty.so", ""), options);
  CHECK(!empty.ok());
}

}  // namespace
}  // namespace elle::core
