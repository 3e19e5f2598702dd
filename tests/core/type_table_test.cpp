#include "core/types/type_table.h"

#include <doctest/doctest.h>

#include "core/types/compatibility.h"

namespace elle::core {
namespace {

constexpr TypeId kInt = type_of(TypeKind::kInt);
constexpr TypeId kCharType = type_of(TypeKind::kChar);
constexpr TypeId kVoidType = type_of(TypeKind::kVoid);

TEST_CASE("the same type asked for twice is one type") {
  TypeTable table;
  const TypeId parameters[] = {table.pointer_to(kInt), type_of(TypeKind::kDouble)};
  CHECK(table.pointer_to(kInt) == table.pointer_to(kInt));
  CHECK(table.pointer_to(kInt) != table.pointer_to(kCharType));
  CHECK(table.array_of(kInt, 3) != table.array_of(kInt, 4));
  CHECK(table.function(kInt, parameters) == table.function(kInt, parameters));
  CHECK(table.function(kInt, parameters) != table.function(kInt, parameters, true));
  CHECK(table.typedef_named("size", kInt) == table.typedef_named("size", kInt));
  CHECK(table.qualified(table.qualified(kInt, kConst), kVolatile) == table.qualified(kInt, kConst | kVolatile));
}

TEST_CASE("each declared record is a type of its own") {
  TypeTable table;
  CHECK(table.declare_record("a", RecordKind::kStruct) != table.declare_record("a", RecordKind::kStruct));
}

TEST_CASE("resolve looks through typedefs and qualifiers") {
  TypeTable table;
  const TypeId name = table.typedef_named("count", table.qualified(kInt, kConst));
  const TypeId outer = table.qualified(name, kVolatile);
  CHECK(table.resolve(outer) == kInt);
  CHECK(table.qualifiers_of(outer) == (kConst | kVolatile));
  CHECK(table.size_of(outer).value() == 4);
}

TEST_CASE("a type reads back as C writes it") {
  TypeTable table;
  const TypeId text = table.pointer_to(table.qualified(kCharType, kConst));
  const TypeId function = table.function(text, {{kInt}});
  CHECK(table.text(text) == "const char *");
  CHECK(table.text(table.qualified(text, kConst)) == "const char *const");
  CHECK(table.text(table.qualified(text, kConst), "name") == "const char *const name");
  CHECK(table.text(function) == "const char *(int)");
  CHECK(table.text(table.pointer_to(function)) == "const char *(*)(int)");
  CHECK(table.text(table.pointer_to(function), "name") == "const char *(*name)(int)");
  CHECK(table.text(table.array_of(table.array_of(kInt, 3), 2), "m") == "int m[2][3]");
  CHECK(table.text(table.pointer_to(table.array_of(kInt, 3))) == "int (*)[3]");
  CHECK(table.text(table.function(kVoidType, {})) == "void (void)");
  CHECK(table.text(table.function(kInt, {{text}}, true), "printf") == "int printf(const char *, ...)");
  CHECK(table.text(table.declare_record("point", RecordKind::kUnion)) == "union point");
}

TEST_CASE("array and function parameters are pointers") {
  TypeTable table;
  const TypeId callback = table.function(kVoidType, {});
  const TypeId function =
      table.function(kVoidType, {{table.array_of(kInt, 4), callback, table.qualified(kInt, kConst)}});
  CHECK(table.text(function) == "void (int *, void (*)(void), int)");
}

TEST_CASE("a record's members come from its completer on first need, once") {
  TypeTable table;
  int calls = 0;
  const TypeId point = table.declare_record("point", RecordKind::kStruct, [&](TypeTable& owner, TypeId id) {
    calls++;
    return owner.define_record(id, {{{.name = "x", .type = kInt}, {.name = "y", .type = kInt}}});
  });
  CHECK(calls == 0);
  CHECK(table.size_of(point).value() == 8);
  CHECK(table.find_field(point, "y").value().offset() == 4);
  CHECK(calls == 1);
}

TEST_CASE("a completer that fails says why every time") {
  TypeTable table;
  const TypeId odd = table.declare_record("odd", RecordKind::kStruct, [](TypeTable&, TypeId) -> Result<Done> {
    return fail(ErrorKind::kHeader, "`struct odd` has a member of unknown type.");
  });
  for (int i = 0; i < 2; i++) {
    CHECK(table.size_of(odd).error()->message == "`struct odd` has a member of unknown type.");
  }
}

TEST_CASE("an opaque record has no size") {
  TypeTable table;
  const TypeId opaque = table.declare_record("sqlite3", RecordKind::kStruct);
  CHECK(table.size_of(opaque).error()->message ==
        "The members of `struct sqlite3` are not known: it is declared but never defined.");
  CHECK(table.size_of(table.pointer_to(opaque)).value() == 8);
  CHECK(table.size_of(kVoidType).error()->message == "`void` has no size.");
  CHECK(table.size_of(table.array_of(kInt, kUnknownLength)).error()->message ==
        "`int[]` has no size: its length is not known.");
  CHECK(table.size_of(table.array_of(kInt, uint64_t{1} << 62)).error()->kind == ErrorKind::kMemory);
}

TEST_CASE("a record cannot contain itself") {
  TypeTable table;
  const TypeId loop = table.declare_record("loop", RecordKind::kStruct, [](TypeTable& owner, TypeId id) {
    return owner.define_record(id, {{{.name = "again", .type = id}}});
  });
  CHECK(table.size_of(loop).error()->message ==
        "The members of `struct loop` are not known: it is declared but never defined.");
}

TEST_CASE("members of anonymous members are found through them") {
  TypeTable table;
  const TypeId inner = table.declare_record("", RecordKind::kUnion);
  REQUIRE(table.define_record(inner, {{{.name = "i", .type = kInt}, {.name = "d", .type = type_of(TypeKind::kDouble)}}})
              .ok());
  const TypeId outer = table.declare_record("value", RecordKind::kStruct);
  REQUIRE(table.define_record(outer, {{{.name = "tag", .type = kInt}, {.name = "", .type = inner}}}).ok());
  const auto found = table.find_field(outer, "d");
  REQUIRE(found.ok());
  CHECK(found.value().offset() == 8);
  CHECK(found.value().field->type == type_of(TypeKind::kDouble));
  const auto missing = table.find_field(outer, "z");
  CHECK(missing.error()->message == "`struct value` has no field `z`.");
  CHECK(missing.error()->next_step == "Its fields are `tag`, `i`, `d`.");
}

TEST_CASE("a member that cannot be laid out says why") {
  TypeTable table;
  const auto message = [&](FieldSpec field) {
    return table.define_record(table.declare_record("odd", RecordKind::kStruct), {{field}}).error()->message;
  };
  CHECK(message({.name = "a", .type = kInt, .is_bit_field = true, .bit_width = 40}) ==
        "Bit-field `a` is 40 bits wide, but `int` has only 32.");
  CHECK(message({.name = "a", .type = type_of(TypeKind::kDouble), .is_bit_field = true, .bit_width = 4}) ==
        "Bit-field `a` is of type `double`, which is not an integer type.");
  CHECK(message({.name = "a", .type = kVoidType}) == "`void` has no size.");
}

TEST_CASE("an enum is carried by its underlying type") {
  TypeTable table;
  const TypeId color = table.declare_enum("color", type_of(TypeKind::kUnsignedInt), [](TypeTable& owner, TypeId id) {
    owner.define_enum(id, kInt, {{"RED", static_cast<uint64_t>(-1)}});
    return Result<Done>(Done{});
  });
  CHECK(table.size_of(color).value() == 4);
  CHECK(!table.is_signed(color));
  CHECK(table.complete_enum(color).value()->constants.at(0).name == "RED");
  CHECK(table.is_signed(color));
  CHECK(table.scalar_kind(color) == TypeKind::kInt);
}

TEST_CASE("pointers fit by what they point at") {
  TypeTable table;
  const TypeId ints = table.pointer_to(kInt);
  const TypeId named = table.pointer_to(table.typedef_named("gint", kInt));
  const TypeId constants = table.pointer_to(table.qualified(kInt, kConst));
  const TypeId anything = table.pointer_to(kVoidType);
  CHECK(pointer_accepts(table, ints, named));
  CHECK(pointer_accepts(table, ints, anything));
  CHECK(pointer_accepts(table, anything, ints));
  CHECK(pointer_accepts(table, ints, table.array_of(kInt, 4)));
  CHECK(!pointer_accepts(table, ints, table.pointer_to(kCharType)));
  CHECK(pointer_accepts(table, ints, constants));
}

TEST_CASE("a record of two headers is one type to pointers, unless its layouts differ") {
  TypeTable table;
  const TypeId here = table.declare_record("node", RecordKind::kStruct);
  const TypeId there = table.declare_record("node", RecordKind::kStruct);
  CHECK(pointer_accepts(table, table.pointer_to(here), table.pointer_to(there)));
  REQUIRE(table.define_record(here, {{{.name = "a", .type = kInt}}}).ok());
  REQUIRE(table.define_record(there, {{{.name = "b", .type = kInt}}}).ok());
  CHECK(!pointer_accepts(table, table.pointer_to(here), table.pointer_to(there)));
}

}  // namespace
}  // namespace elle::core
