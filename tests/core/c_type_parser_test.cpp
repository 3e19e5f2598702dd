#include "core/types/c_type_parser.h"

#include <doctest/doctest.h>
#include <string>

namespace elle::core {
namespace {

struct Parsing {
  TypeTable table;
  TypeId widget = table.typedef_named("GtkWidget", table.declare_record("_GtkWidget", RecordKind::kStruct));
  TypeId point = table.declare_record("point", RecordKind::kStruct);

  Result<TypeId> parse(std::string_view text) {
    return parse_c_type(table, text, [this](TypeNameKind kind, std::string_view name) -> Result<TypeId> {
      if (kind == TypeNameKind::kTypedef && name == "GtkWidget") return widget;
      if (kind == TypeNameKind::kStruct && name == "point") return point;
      if (name == "broken") return fail(ErrorKind::kHeader, "`broken` could not be taken.");
      return kNoType;
    });
  }

  std::string again(std::string_view text) {
    const auto type = parse(text);
    return type.ok() ? table.text(type.value()) : type.error()->message;
  }
};

TEST_CASE("a C type reads back as it was written") {
  Parsing parsing;
  for (const char* text :
       {"int", "unsigned long", "const char *", "const char *(*)(int)", "GtkWidget *", "struct point[4]", "int[2][3]",
        "int (*)[3]", "void (*)(void)", "int (*(*)(void))(char, ...)", "char *const *", "size_t", "const volatile int",
        "long double", "double _Complex", "unsigned __int128", "void (*(*)(int, void (*)(int)))(int)", "int[]"}) {
    CHECK(parsing.again(text) == text);
  }
}

TEST_CASE("the words of a type come in any order and spelling") {
  Parsing parsing;
  CHECK(parsing.again("long unsigned int") == "unsigned long");
  CHECK(parsing.again("char const*") == "const char *");
  CHECK(parsing.again("int long long signed") == "long long");
  CHECK(parsing.again("signed") == "int");
  CHECK(parsing.again("_Bool") == "bool");
  CHECK(parsing.again("GtkWidget const *restrict") == "const GtkWidget *");
  CHECK(parsing.again("int (*)(const void *a, size_t count, int row[3])") == "int (*)(const void *, size_t, int *)");
  CHECK(parsing.again("int[0x10]") == "int[16]");
  CHECK(parsing.again("void()") == "void (void)");
}

TEST_CASE("standard typedefs are known without a header") {
  Parsing parsing;
  CHECK(parsing.table.size_of(parsing.parse("uint8_t").value()).value() == 1);
  CHECK(parsing.table.size_of(parsing.parse("wchar_t").value()).value() == 4);
}

TEST_CASE("what is wrong with a C type is said with its place") {
  Parsing parsing;
  CHECK(parsing.again("") == "Expected a type but the text ends, in the C type `` at column 1.");
  CHECK(parsing.again("GtkWindow *") == "No type is called `GtkWindow`, in the C type `GtkWindow *` at column 1.");
  CHECK(parsing.again("struct nothing *") ==
        "No type is called `struct nothing`, in the C type `struct nothing *` at column 1.");
  CHECK(parsing.again("short double") ==
        "These words do not make a type together, in the C type `short double` at column 1.");
  CHECK(parsing.again("int (*") == "This `(` is never closed, in the C type `int (*` at column 5.");
  CHECK(parsing.again("int[x]") == "Expected an array length but found `x`, in the C type `int[x]` at column 5.");
  CHECK(parsing.again("int int") == "These words do not make a type together, in the C type `int int` at column 1.");
  CHECK(parsing.again("int foo") ==
        "Expected the end of the type but found `foo`, in the C type `int foo` at column 5.");
  CHECK(parsing.again("void[3]") == "There are no arrays of `void`, in the C type `void[3]` at column 5.");
  CHECK(parsing.again("int (*)(int, void)") ==
        "A parameter cannot be `void`, in the C type `int (*)(int, void)` at column 14.");
  CHECK(parsing.again("int (*)(int,") ==
        "Expected a type but the text ends, in the C type `int (*)(int,` at column 13.");
  CHECK(parsing.again("broken") == "`broken` could not be taken.");
}

TEST_CASE("a type nested without end is refused") {
  Parsing parsing;
  CHECK(parsing.again("int " + std::string(5000, '(') + "*" + std::string(5000, ')'))
            .starts_with("The type is nested too deeply"));
}

}  // namespace
}  // namespace elle::core
