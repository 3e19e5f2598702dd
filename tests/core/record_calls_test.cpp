#include <cstdint>
#include <string>

#include "tests/core/native_fixture.h"

namespace elle::core {
namespace {

FieldSpec member(NativeFixture& native, const char* name, const char* type) {
  return {.name = name, .type = native.type(type)};
}

// Gives C two records with distinct bytes among scalars, and expects the second one back.
template <size_t kSize>
void check_record(NativeFixture& native, const std::string& tag) {
  struct Bytes {
    unsigned char at[kSize];
  };
  const std::string type = "struct " + tag;
  REQUIRE(native.types.size_of(native.type(type)).value() == kSize);
  Bytes first{};
  Bytes second{};
  for (size_t i = 0; i < kSize; i++) second.at[i] = static_cast<unsigned char>(i * 7 + 1);
  const Bytes back = native.call<Bytes>(
      ("record_" + tag).c_str(), type + "(int, " + type + ", double, " + type + ", int)", 1, first, 2.0, second, 3);
  CHECK_MESSAGE(memcmp(&back, &second, kSize) == 0, tag);
}

TEST_CASE("structs of every shape go to C by value and come back") {
  NativeFixture native;
  const auto define = [&](const char* tag, std::vector<FieldSpec> fields) {
    native.record(tag, RecordKind::kStruct, std::move(fields));
  };
  define("byte", {member(native, "a", "char")});
  define("three", {member(native, "a", "char[3]")});
  define("pair", {member(native, "a", "int"), member(native, "b", "int")});
  define("floats", {member(native, "a", "float"), member(native, "b", "float"), member(native, "c", "float")});
  define("mixed", {member(native, "a", "long"), member(native, "b", "double")});
  define("large", {member(native, "a", "long"), member(native, "b", "long"), member(native, "c", "long"),
                   member(native, "d", "double")});
  define("inner", {member(native, "a", "short"), member(native, "b", "float")});
  define("nested", {member(native, "inner", "struct inner[2]")});
  define("wide", {member(native, "a", "__int128")});
  check_record<1>(native, "byte");
  check_record<3>(native, "three");
  check_record<8>(native, "pair");
  check_record<12>(native, "floats");
  check_record<16>(native, "mixed");
  check_record<32>(native, "large");
  check_record<16>(native, "nested");
  check_record<16>(native, "wide");
}

TEST_CASE("a struct of bit-fields goes by its whole words") {
  NativeFixture native;
  const auto bits = [](const char* name, TypeKind kind, uint32_t width) {
    return FieldSpec{.name = name, .type = type_of(kind), .is_bit_field = true, .bit_width = width};
  };
  native.record("bits", RecordKind::kStruct,
                {bits("a", TypeKind::kUnsignedInt, 3), bits("b", TypeKind::kInt, 13), bits("c", TypeKind::kLong, 40),
                 bits("d", TypeKind::kUnsignedChar, 5)});
  check_record<8>(native, "bits");
}

TEST_CASE("a struct of one long double comes back in the x87 register") {
  NativeFixture native;
  native.record("extended", RecordKind::kStruct, {member(native, "a", "long double")});
  const std::string type = "struct extended(int, struct extended, double, struct extended, int)";
  CHECK(native.call<long double>("record_extended", type, 1, 0.0L, 2.0, 0.125L, 3) == 0.125L);
}

TEST_CASE("unions go by the classes of all their members") {
  NativeFixture native;
  native.record("number", RecordKind::kUnion,
                {member(native, "i", "int"), member(native, "d", "double"), member(native, "text", "char[16]")});
  native.record("single", RecordKind::kUnion, {member(native, "f", "float"), member(native, "i", "int")});
  struct Number {
    char text[16];
  };
  const Number number{"fifteen letters"};
  const Number back = native.call<Number>("record_number", "union number(union number)", number);
  CHECK(std::string(back.text) == "fifteen letters");
  CHECK(native.call<float>("record_single", "union single(union single)", 0.5F) == 0.5F);
}

TEST_CASE("a packed struct with a misaligned member goes through memory") {
  NativeFixture native;
  native.record("packed", RecordKind::kStruct, {member(native, "a", "char"), member(native, "b", "double")},
                {.packed = true});
  struct __attribute__((packed)) Packed {
    char a;
    double b;
  };
  const Packed back =
      native.call<Packed>("record_packed", "struct packed(int, struct packed, int)", 1, Packed{'x', 0.5}, 2);
  CHECK(back.a == 'x');
  CHECK(static_cast<double>(back.b) == 3.5);
}

TEST_CASE("an empty struct takes no place in a call") {
  NativeFixture native;
  native.record("nothing", RecordKind::kStruct, {});
  CHECK(native.call<int>("around_nothing", "int(int, struct nothing, int)", 4, char{}, 2) == 42);
}

TEST_CASE("a record that finds one register too few goes on the stack whole") {
  NativeFixture native;
  native.record("mixed", RecordKind::kStruct, {member(native, "a", "long"), member(native, "b", "double")});
  native.record("words", RecordKind::kStruct, {member(native, "a", "long"), member(native, "b", "long")});
  struct Mixed {
    long a;
    double b;
  };
  struct Words {
    long a, b;
  };
  CHECK(native.call<long>("last_register", "long(long, long, long, long, long, struct mixed, struct words, long)", 1L,
                          0L, 0L, 0L, 0L, Mixed{2, 3.0}, Words{4, 5}, 6L) == 654321);
}

}  // namespace
}  // namespace elle::core
