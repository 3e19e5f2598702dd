#include "core/call/callback.h"

#include <complex>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>

#include "tests/core/native_fixture.h"

namespace elle::core {
namespace {

using Body = std::function<void(const CallbackEntry&, const std::byte*, std::byte*)>;

struct Target : CallbackTarget {
  explicit Target(Body given) : body(std::move(given)) {}
  void run(const CallbackEntry& entry, const std::byte* frame, std::byte* result) override {
    body(entry, frame, result);
  }
  Body body;
};

struct CallbackFixture : NativeFixture {
  CallbackTable callbacks{types, hand_over};

  CallbackEntry* make(std::string_view function_type, CallbackTarget& target) {
    const CallPlan* plan = plans.plan(type(function_type)).take();
    return callbacks.create(*plan, target, "`f`, made at test.lisp:1").take();
  }
};

void check_echo_of(CallbackFixture& native, const std::string& name, const std::string& type, auto value) {
  Target echo([&](const CallbackEntry& entry, const std::byte* frame, std::byte* result) {
    CHECK(entry.plan->arguments.at(0).size == sizeof value);
    memcpy(result, frame, sizeof value);
  });
  const CallbackEntry* entry = native.make(type + "(" + type + ")", echo);
  const auto back = native.call<decltype(value)>(("through_" + name).c_str(), type + "(void (*)(void), " + type + ")",
                                                 entry->code, value);
  CHECK_MESSAGE(back == value, name);
}

template <class T>
void check_extremes(CallbackFixture& native, const std::string& name, const std::string& type) {
  for (T value : {std::numeric_limits<T>::lowest(), std::numeric_limits<T>::max(), T(0), T(1)}) {
    check_echo_of(native, name, type, value);
  }
}

TEST_CASE("callbacks take and give every scalar, extremes included") {
  CallbackFixture native;
  check_extremes<bool>(native, "bool", "bool");
  check_extremes<char>(native, "char", "char");
  check_extremes<signed char>(native, "signed_char", "signed char");
  check_extremes<unsigned char>(native, "unsigned_char", "unsigned char");
  check_extremes<short>(native, "short", "short");
  check_extremes<unsigned short>(native, "unsigned_short", "unsigned short");
  check_extremes<int>(native, "int", "int");
  check_extremes<unsigned>(native, "unsigned_int", "unsigned int");
  check_extremes<long>(native, "long", "long");
  check_extremes<unsigned long>(native, "unsigned_long", "unsigned long");
  check_extremes<__int128>(native, "int128", "__int128");
  check_extremes<float>(native, "float", "float");
  check_extremes<double>(native, "double", "double");
  check_extremes<long double>(native, "long_double", "long double");
  check_echo_of(native, "complex_float", "float _Complex", std::complex<float>(1.5F, -2));
  check_echo_of(native, "complex_double", "double _Complex", std::complex<double>(1.5, -2));
}

TEST_CASE("narrow integers arrive extended to the whole slot") {
  CallbackFixture native;
  int64_t slot = 0;
  Target look([&](const CallbackEntry&, const std::byte* frame, std::byte*) { memcpy(&slot, frame, sizeof slot); });
  const CallbackEntry* entry = native.make("signed char(signed char)", look);
  native.call<signed char>("through_signed_char", "signed char(void (*)(void), signed char)", entry->code,
                           static_cast<signed char>(-5));
  CHECK(slot == -5);
}

template <size_t kSize>
void check_record_echo(CallbackFixture& native, const std::string& tag) {
  struct Bytes {
    unsigned char at[kSize];
  };
  Target echo([](const CallbackEntry& entry, const std::byte* frame, std::byte* result) {
    CHECK(std::to_integer<int>(frame[0]) == 7);
    memcpy(result, frame + entry.plan->arguments.at(1).offset, kSize);
  });
  const std::string type = "struct " + tag;
  const CallbackEntry* entry = native.make(type + "(int, " + type + ")", echo);
  Bytes value{};
  for (size_t i = 0; i < kSize; i++) value.at[i] = static_cast<unsigned char>(i + 1);
  const Bytes back =
      native.call<Bytes>(("through_" + tag).c_str(), type + "(void (*)(void), " + type + ")", entry->code, value);
  CHECK_MESSAGE(memcmp(&back, &value, kSize) == 0, tag);
}

TEST_CASE("callbacks take and give structs by value") {
  CallbackFixture native;
  const auto define = [&](const char* tag, std::vector<const char*> members) {
    std::vector<FieldSpec> fields;
    for (const char* text : members) {
      fields.push_back({.name = std::string(1, static_cast<char>('a' + fields.size())), .type = native.type(text)});
    }
    native.record(tag, RecordKind::kStruct, fields);
  };
  define("byte", {"char"});
  define("three", {"char[3]"});
  define("pair", {"int", "int"});
  define("floats", {"float", "float", "float"});
  define("mixed", {"long", "double"});
  define("large", {"long", "long", "long", "double"});
  check_record_echo<1>(native, "byte");
  check_record_echo<3>(native, "three");
  check_record_echo<8>(native, "pair");
  check_record_echo<12>(native, "floats");
  check_record_echo<16>(native, "mixed");
  check_record_echo<32>(native, "large");
}

TEST_CASE("a released callback answers zero and says which it was") {
  CallbackFixture native;
  Target answer([](const CallbackEntry&, const std::byte*, std::byte* result) { result[0] = std::byte{9}; });
  CallbackEntry* entry = native.make("int(int)", answer);
  const std::string_view type = "int(void (*)(void), int)";
  CHECK(native.call<int>("call_back", type, entry->code, 1) == 10);
  CHECK(!native.callbacks.has_reports());
  native.callbacks.release(*entry);
  CHECK(native.call<int>("call_back", type, entry->code, 1) == 1);
  REQUIRE(native.callbacks.has_reports());
  CHECK(native.callbacks.take_reports().at(0) ==
        "Callback `f`, made at test.lisp:1 was called after its release; it answered with zero.");
  CHECK(!native.callbacks.has_reports());
}

TEST_CASE("a callback from another thread runs while C waits for it, with a guard of its own") {
  CallbackFixture native;
  const FaultGuard* guard_there = nullptr;
  Target answer([&](const CallbackEntry&, const std::byte* frame, std::byte* result) {
    guard_there = &static_cast<NativeThread*>(native.hand_over->seat_here())->guard;
    const int doubled = 2 * static_cast<int>(frame[0]);
    memcpy(result, &doubled, sizeof doubled);
  });
  const CallbackEntry* entry = native.make("int(int)", answer);
  CHECK(native.call<int>("call_back_on_thread", "int(void (*)(void))", entry->code) == 40);
  CHECK(guard_there != nullptr);
  CHECK(guard_there != &native.guard);
}

TEST_CASE("a callback whose table is gone answers zero") {
  int runs = 0;
  CodePointer code = nullptr;
  {
    CallbackFixture native;
    Target count([&](const CallbackEntry&, const std::byte*, std::byte*) { runs++; });
    code = native.make("int(int)", count)->code;
  }
  NativeFixture other;
  CHECK(other.call<int>("call_back_on_thread", "int(void (*)(void))", code) == 0);
  CHECK(runs == 0);
}

TEST_CASE("a callback may call C, and a fault there ends in its own activation") {
  CallbackFixture native;
  bool fault_caught = false;
  Target reenter([&](const CallbackEntry&, const std::byte*, std::byte* result) {
    fault_caught = !native.guard.guarded([&] { native.call("give_up", "void(void)"); });
    const int sum = native.call<int>("add", "int(int, int)", 20, 21);
    memcpy(result, &sum, sizeof sum);
  });
  const CallbackEntry* entry = native.make("int(int)", reenter);
  CHECK(native.call<int>("call_back", "int(void (*)(void), int)", entry->code, 1) == 42);
  CHECK(fault_caught);
}

TEST_CASE("our own code runs unwatched in a callback, and C is watched again after it") {
  CallbackFixture native;
  const NativeCallRecord* inside = &native.last;
  Target look([&](const CallbackEntry&, const std::byte*, std::byte*) { inside = native.guard.watched(); });
  const CallbackEntry* entry = native.make("int(int)", look);
  CHECK(native.guard.guarded([&] { native.call<int>("call_back", "int(void (*)(void), int)", entry->code, 1); }));
  CHECK(inside == nullptr);
  CHECK(native.guard.watched() == nullptr);
}

}  // namespace
}  // namespace elle::core
