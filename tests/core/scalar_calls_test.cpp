#include <cmath>
#include <complex>
#include <cstdint>
#include <limits>
#include <string>

#include "tests/core/native_fixture.h"

namespace elle::core {
namespace {

template <class T>
void check_integer(NativeFixture& native, const std::string& name, const std::string& type) {
  const std::string function = "identity_" + name;
  for (T value : {std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), T(0), T(1), static_cast<T>(-1)}) {
    CHECK(native.call<T>(function.c_str(), type + "(" + type + ")", value) == value);
  }
}

TEST_CASE("integers of every width go to C and come back, extremes included") {
  NativeFixture native;
  check_integer<bool>(native, "bool", "bool");
  check_integer<char>(native, "char", "char");
  check_integer<signed char>(native, "signed_char", "signed char");
  check_integer<unsigned char>(native, "unsigned_char", "unsigned char");
  check_integer<short>(native, "short", "short");
  check_integer<unsigned short>(native, "unsigned_short", "unsigned short");
  check_integer<int>(native, "int", "int");
  check_integer<unsigned>(native, "unsigned_int", "unsigned int");
  check_integer<long>(native, "long", "long");
  check_integer<unsigned long>(native, "unsigned_long", "unsigned long");
  check_integer<long long>(native, "long_long", "long long");
  check_integer<unsigned long long>(native, "unsigned_long_long", "unsigned long long");
  check_integer<__int128>(native, "int128", "__int128");
  check_integer<unsigned __int128>(native, "unsigned_int128", "unsigned __int128");
}

template <class T>
void check_floating(NativeFixture& native, const std::string& name, const std::string& type) {
  const std::string function = "identity_" + name;
  using Limits = std::numeric_limits<T>;
  for (T value : {Limits::lowest(), Limits::max(), Limits::min(), Limits::denorm_min(), Limits::infinity(), T(-0.5)}) {
    CHECK(native.call<T>(function.c_str(), type + "(" + type + ")", value) == value);
  }
  CHECK(std::isnan(native.call<T>(function.c_str(), type + "(" + type + ")", Limits::quiet_NaN())));
}

TEST_CASE("floating numbers of every width go to C and come back") {
  NativeFixture native;
  check_floating<float>(native, "float", "float");
  check_floating<double>(native, "double", "double");
  check_floating<long double>(native, "long_double", "long double");
}

TEST_CASE("complex numbers go to C and come back") {
  NativeFixture native;
  const std::complex<float> single(1.5F, -2.5F);
  const std::complex<double> wide(1.5, -2.5);
  const std::complex<long double> widest(1.5L, -2.5L);
  CHECK(native.call<std::complex<float>>("identity_complex_float", "float _Complex(float _Complex)", single) == single);
  CHECK(native.call<std::complex<double>>("identity_complex_double", "double _Complex(double _Complex)", wide) == wide);
  CHECK(native.call<std::complex<long double>>("identity_complex_long_double",
                                               "long double _Complex(long double _Complex)", widest) == widest);
}

TEST_CASE("pointers go to C and come back") {
  NativeFixture native;
  int here = 0;
  CHECK(native.call<void*>("identity_pointer", "void *(void *)", static_cast<void*>(&here)) == &here);
  CHECK(native.call<void*>("identity_pointer", "void *(void *)", nullptr) == nullptr);
}

TEST_CASE("a call without arguments and result happens") {
  NativeFixture native;
  const int before = native.call<int>("counted", "int(void)");
  native.call("count_up", "void(void)");
  CHECK(native.call<int>("counted", "int(void)") == before + 1);
}

TEST_CASE("arguments past the registers lie on the stack") {
  NativeFixture native;
  CHECK(native.call<long>("sum_of_ten", "long(long,long,long,long,long,long,long,long,long,long)", 1L, 2L, 3L, 4L, 5L,
                          6L, 7L, 8L, 9L, 10L) == 385);
  CHECK(native.call<double>("sum_of_eleven",
                            "double(double,double,double,double,double,double,double,double,double,double,double)", 1.0,
                            2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0) == 506.0);
}

TEST_CASE("arguments of all kinds find their registers and stack slots") {
  NativeFixture native;
  char text[100];
  native.call<int>(
      "format_mixed",
      "int(char *, int, char, double, short, float, unsigned char, long, bool, signed char, __int128, long "
      "double, unsigned short)",
      static_cast<char*>(text), 100, char(-1), 0.5, short(-2), 0.25F, static_cast<unsigned char>(200), -3L, true,
      static_cast<signed char>(-4), static_cast<__int128>(-5), 0.125L, static_cast<unsigned short>(60000));
  CHECK(std::string(text) == "-1 0.5 -2 0.25 200 -3 1 -4 -5 0.125 60000");
}

TEST_CASE("variadic arguments are promoted, and each list of types has its plan") {
  NativeFixture native;
  const TypeId function = native.type("int(char *, unsigned long, const char *, ...)");
  const TypeId extra[] = {type_of(TypeKind::kFloat), type_of(TypeKind::kShort), native.type("const char *"),
                          type_of(TypeKind::kLongDouble), type_of(TypeKind::kUnsignedChar)};
  const CallPlan* plan = native.plans.plan(function, extra).take();
  CHECK(plan->fixed_count == 3);
  CHECK(plan->arguments[3].kind == StepKind::kF64);
  CHECK(plan->arguments[4].kind == StepKind::kI32);
  CHECK(plan->arguments[7].kind == StepKind::kI32);
  char text[100];
  const int length = native.run<int>(*plan, "format_variadic", static_cast<char*>(text), 100UL, "%g %d %s %Lg %d", 0.5,
                                     -7, "seven", 0.25L, 255);
  CHECK(std::string(text) == "0.5 -7 seven 0.25 255");
  CHECK(length == 21);
  CHECK(native.plans.plan(function, extra).take() == plan);
  CHECK(native.plans.plan(function).take() != plan);
}

TEST_CASE("a signature has one plan, also when asked for as a pointer") {
  NativeFixture native;
  const CallPlan* plan = native.plans.plan(native.type("int(int)")).take();
  CHECK(native.plans.plan(native.type("int(*)(int)")).take() == plan);
  CHECK(plan->arguments.at(0).kind == StepKind::kI32);
  CHECK(plan->frame_size == 16);
  CHECK(plan->result_size == 16);
}

TEST_CASE("a signature that cannot be called says which part of it and why") {
  NativeFixture native;
  TypeTable& types = native.types;
  const TypeId lanes = types.typedef_named("v4", types.vector_of(type_of(TypeKind::kFloat), 4));
  const TypeId opaque = types.declare_record("hidden", RecordKind::kStruct);
  const TypeId bulky =
      native.record("bulky", RecordKind::kStruct, {{.name = "a", .type = native.type("char[2000000]")}});
  const auto message = [&](TypeId result, std::vector<TypeId> parameters) {
    return native.plans.plan(types.function(result, parameters)).error()->message;
  };
  const TypeId nothing = type_of(TypeKind::kVoid);
  const TypeId number = type_of(TypeKind::kInt);
  CHECK(message(nothing, {number, lanes}) ==
        "Argument 2 of `void (int, v4)` cannot be passed: libffi does not know how to pass a `v4` by value.");
  CHECK(message(opaque, {}) ==
        "The result of `struct hidden (void)` cannot be passed: The members of `struct hidden` are not known: it is "
        "declared but never defined.");
  CHECK(message(nothing, {bulky}) ==
        "Argument 1 of `void (struct bulky)` cannot be passed: It is larger than a megabyte.");
  const TypeId quad = native.record("quad", RecordKind::kStruct, {{.name = "a", .type = type_of(TypeKind::kFloat128)}});
  CHECK(message(quad, {}) ==
        "The result of `struct quad (void)` cannot be passed: It holds a `_Float128`, which libffi cannot pass.");
  const TypeId page = native.record("page", RecordKind::kStruct, {{.name = "a", .type = number, .aligned = 64}});
  CHECK(message(nothing, {page}) ==
        "Argument 1 of `void (struct page)` cannot be passed: It is aligned to 64 bytes, and libffi gives 16.");
  CHECK(native.plans.plan(number).error()->message == "`int` is not a function.");
}

}  // namespace
}  // namespace elle::core
