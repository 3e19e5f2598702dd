#include "core/declarations/header_loader.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/declarations/header_cache.h"

#include "tests/core/test_folder.h"

namespace elle::core {
namespace {

// One folder of headers and one cache per test.
struct Fixture {
  TestFolder folder;
  HeaderRequest request;
  LoaderOptions options;

  Fixture() {
    request.include_folders = {folder / "include"};
    options.cache_folder = folder / "cache";
    options.parser = ELLE_HEADERS_PROGRAM;
  }

  std::string header(std::string_view name, std::string_view text) {
    return folder.write("include/" + std::string(name), text);
  }
  Result<std::shared_ptr<const DeclarationsFile>> load(const std::string& name) {
    request.headers = {name};
    return load_headers(request, options);
  }
  std::shared_ptr<const DeclarationsFile> loaded(const std::string& name) {
    auto file = load(name);
    if (!file.ok()) FAIL(file.error()->message);
    return file.take();
  }
};

constexpr std::string_view kEverything = R"C(
/** Adds two numbers.
 *
 * Never overflows. */
API int add(int left, int right);
long long far(const char *name, ...) __asm__("far_symbol");
int old() __attribute__((deprecated("use add()")));
void stop(void) __attribute__((noreturn));
static inline int twice(int x) { return x + x; }

/* A point. */
typedef struct point {
  int x; /**< across */
  unsigned flag : 3;
  unsigned : 2;
  unsigned wide : 7;
  union {
    long whole;
    char bytes[8];
  };
  char name[];
} Point;
struct opaque;
typedef struct {
  char c;
  int i;
} __attribute__((packed)) Packed;

enum color { RED, GREEN = 5 /* leaf */, BLUE };
enum { BIG = 0xffffffffu };
extern const int limit;
static const double ratio = 2.5;
static _Thread_local int mine;
typedef int (*Compare)(const void* a, const void* b);
typedef unsigned _BitInt(7) Odd;

#define VERSION \
  "1."          \
  "2"  // its text
#define MASK (1u << 31)
#define HALF 0.5f
#define NOWHERE ((void*)0)
#define LIST 1, 2
#define plus add
#define NOTHING
#define CALL add(1, 2)
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define LOG(format, ...) printf(format, __VA_ARGS__)
#define GONE 1
#undef GONE
)C";

TEST_CASE_FIXTURE(Fixture, "functions are taken with everything their declaration says") {
  header("all.h", kEverything);
  request.defines = {"API="};
  auto file = loaded("all.h");
  Declaration add = *file->find("add");
  CHECK(add.comment() == "Adds two numbers.\n\nNever overflows.");
  CHECK(add.parameter_count() == 2);
  CHECK(add.parameter(1).name == "right");
  CHECK(add.place().file == folder / "include/all.h");
  CHECK(add.place().line == 5);
  CHECK(file->find("far")->variadic());
  CHECK(file->find("far")->symbol() == "far_symbol");
  CHECK(file->find("old")->deprecated_text() == "use add()");
  CHECK(file->find("old")->without_prototype());
  CHECK(file->find("twice")->header_only());
}

TEST_CASE_FIXTURE(Fixture, "records are taken with the layout of each member") {
  header("all.h", kEverything);
  request.defines = {"API="};
  auto file = loaded("all.h");
  Declaration point = *file->find("point", kTags);
  CHECK(point.comment() == "A point.");
  CHECK(point.size() == 16);
  CHECK(file->type_row(point.field(5).type).kind == format::TypeKind::kOpenArray);
  REQUIRE(point.field_count() == 6);
  CHECK(point.field(0).comment == "across");
  CHECK(point.field(2).name == "");
  CHECK(point.field(3).bit_offset == 37);
  CHECK(*point.field(3).bit_width == 7);
  CHECK(point.field(4).name == "");
  CHECK(file->type_row(point.field(4).type).kind == format::TypeKind::kRecord);
  CHECK(file->find("opaque", kTags)->opaque());
  CHECK(!file->find("Packed", kTags));  // no tag of that name, only a typedef
  Declaration packed = file->record(file->type_row(file->find("Packed")->type()).a);
  CHECK(packed.packed());
  CHECK(packed.size() == 5);
}

TEST_CASE_FIXTURE(Fixture, "enums, variables and what cannot be taken") {
  header("all.h", kEverything);
  request.defines = {"API="};
  auto file = loaded("all.h");
  CHECK(file->find("BLUE")->constant_value() == 6);
  CHECK(file->find("GREEN")->comment() == "leaf");
  CHECK(file->find("BIG")->constant_is_unsigned());
  CHECK(file->find("color", kTags)->constant_count() == 3);
  CHECK(file->find("limit")->constant_kind() == MacroValue::kNotExpression);
  CHECK(file->find("ratio")->macro_double() == 2.5);
  for (const Declaration& declaration : file->all()) {
    const bool is_odd = declaration.name() == "Odd";
    CHECK(declaration.reason() == (is_odd ? "the type `unsigned _BitInt(7)` is not supported" : ""));
  }
}

TEST_CASE_FIXTURE(Fixture, "macros are folded, and the others say what they are") {
  header("all.h", kEverything);
  request.defines = {"API="};
  auto file = loaded("all.h");
  auto macro = [&](std::string_view name) { return *file->find(name, kMacros); };
  CHECK(macro("VERSION").macro_text() == "1.2");
  CHECK(macro("VERSION").comment() == "its text");
  CHECK(macro("MASK").macro_bits() == 0x80000000u);
  CHECK(macro("HALF").macro_double() == 0.5);
  CHECK(macro("NOWHERE").macro_value() == MacroValue::kPointer);
  CHECK(macro("LIST").macro_text() == "it is a list, not one expression");
  CHECK(macro("plus").macro_text() == "add");
  CHECK(macro("NOTHING").macro_value() == MacroValue::kEmpty);
  CHECK(macro("CALL").macro_value() == MacroValue::kExpression);
  CHECK(macro("MAX").macro_body() == "((a) > (b) ? (a) : (b))");
  CHECK(macro("MAX").macro_parameter(1) == "b");
  CHECK(macro("LOG").macro_parameter(1) == "...");
  CHECK(!file->find("GONE", kMacros));
}

TEST_CASE_FIXTURE(Fixture, "a missing header names itself, who includes it and the folders searched") {
  std::string path = header("outer.h", "#include <inner-missing.h>\n");
  auto file = load("outer.h");
  REQUIRE(!file.ok());
  CHECK(file.error()->kind == ErrorKind::kHeader);
  std::string expected = "The header `inner-missing.h` was not found.\n  included from " + path +
                         ":1\nFolders searched: " + folder.path() + "/include, ";
  CHECK(file.error()->message.starts_with(expected));
  CHECK(file.error()->message.ends_with("/usr/include."));
  CHECK(list_cache(options.cache_folder).empty());
}

TEST_CASE_FIXTURE(Fixture, "a header that does not compile shows the place and the line") {
  std::string path = header("broken.h", "int fine;\nint broken(;\n");
  auto file = load("broken.h");
  REQUIRE(!file.ok());
  CHECK(file.error()->message ==
        path + ":2:12 does not compile as C: expected parameter declarator.\n    int broken(;\n               ^");
  CHECK(list_cache(options.cache_folder).empty());
}

TEST_CASE_FIXTURE(Fixture, "a parser that crashes or hangs is an error value") {
  header("some.h", "int x;\n");
  auto script = [&](std::string_view body) {
    options.parser = folder.write("parser", "#!/bin/sh\n" + std::string(body) + "\n");
    ::chmod(options.parser.c_str(), 0755);
  };
  script("kill -SEGV $$");
  CHECK(load("some.h").error()->message == "The header parser crashed (Segmentation fault) while it read `some.h`.");
  script("exec sleep 60");
  options.timeout = std::chrono::milliseconds(1000);
  std::string watched;
  bool over = false;
  options.watch = [&](const LongWork& work) {
    watched = work.about;
    over = work.is_over;
    return true;
  };
  CHECK(load("some.h").error()->message == "Reading `some.h` took longer than 1 s and was stopped.");
  CHECK(watched == "Reading `some.h`");
  CHECK(over);
  options.timeout = std::chrono::seconds(60);
  options.watch = [](const LongWork& work) { return work.taken < std::chrono::milliseconds(200); };
  CHECK(load("some.h").error()->message == "Interrupted: Reading `some.h` was stopped.");
}

TEST_CASE_FIXTURE(Fixture, "what is cached is used until a header changes") {
  header("some.h", "#include \"part.h\"\n");
  std::string part = header("part.h", "int before;\n");
  loaded("some.h");
  options.timeout = std::chrono::milliseconds(0);  // a parse would fail
  CHECK(loaded("some.h")->find("before"));
  folder.write("include/part.h", "int after; \n");
  options.timeout = std::chrono::seconds(60);
  CHECK(list_cache(options.cache_folder)[0].why_not == "`" + part + "` has changed");
  CHECK(loaded("some.h")->find("after"));
  CHECK(list_cache(options.cache_folder).size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "a header that appears in front of another is noticed; an unrelated file is not") {
  request.include_folders = {folder / "first", folder / "include"};
  std::filesystem::create_directories(folder / "first");
  header("lib/some.h", "int second;\n");
  CHECK(loaded("lib/some.h")->find("second"));
  options.timeout = std::chrono::milliseconds(0);
  folder.write("first/notes.txt", "unrelated");
  CHECK(loaded("lib/some.h")->find("second"));
  options.timeout = std::chrono::seconds(60);
  folder.write("first/lib/some.h", "int first;\n");
  CHECK(loaded("lib/some.h")->find("first"));
}

TEST_CASE_FIXTURE(Fixture, "a damaged entry is made again") {
  header("some.h", "int x;\n");
  loaded("some.h");
  std::string entry = list_cache(options.cache_folder)[0].path;
  std::filesystem::resize_file(entry, 100);
  CHECK(loaded("some.h")->find("x"));
  CHECK(list_cache(options.cache_folder)[0].valid);
  CHECK(clear_cache(options.cache_folder).value() == 1);
  CHECK(list_cache(options.cache_folder).empty());
}

TEST_CASE_FIXTURE(Fixture, "a cache that cannot be written costs a note, not an error") {
  header("some.h", "int x;\n");
  options.cache_folder = folder.write("a-file", "") + "/cache";
  std::string note;
  options.note = [&](const std::string& text) { note = text; };
  CHECK(loaded("some.h")->find("x"));
  CHECK(note == "The cache folder `" + options.cache_folder +
                    "` cannot be written, so `some.h` will be parsed again next time.");
}

TEST_CASE_FIXTURE(Fixture, "two loads at once both succeed") {
  header("some.h", "#include <stdio.h>\nint x;\n");
  request.headers = {"some.h"};
  bool fine[2] = {};
  std::thread other([&] { fine[0] = load_headers(request, options).ok(); });
  fine[1] = load_headers(request, options).ok();
  other.join();
  CHECK(fine[0]);
  CHECK(fine[1]);
  CHECK(list_cache(options.cache_folder).size() == 1);
}

}  // namespace
}  // namespace elle::core
