// Calls functions of the C fixture library by name, C type and C++ values, through the same path the bridge takes.
#pragma once

#include <cstring>
#include <dlfcn.h>
#include <doctest/doctest.h>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/call/invoker.h"
#include "core/call/native_thread.h"
#include "core/call/plan_cache.h"
#include "core/types/c_type_parser.h"

namespace elle::core {

// Counts nothing, keeps nothing: what is handed over in these tests is the right to run.
class NativeMachine : public Machine {
 public:
  std::unique_ptr<Seat> make_seat() override { return std::make_unique<NativeThread>(); }
  void ask_to_yield() override {}
  void switch_threads(Seat&, Seat&) override {}
};

// The test's own thread, able to enter C.
class OneThread {
 public:
  OneThread() { REQUIRE(guard.install().ok()); }
  ~OneThread() { hand_over->close(thread); }
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  NativeMachine machine_;

 public:
  std::shared_ptr<HandOver> hand_over = HandOver::create(machine_, std::make_unique<NativeThread>());
  NativeThread& thread = *static_cast<NativeThread*>(hand_over->seat_here());
  FaultGuard& guard = thread.guard;
};

class NativeFixture : public OneThread {
 public:
  TypeId type(std::string_view text) {
    auto parsed = parse_c_type(types, text, [this](TypeNameKind, std::string_view name) -> Result<TypeId> {
      for (const auto& [known, id] : named) {
        if (known == name) return id;
      }
      return kNoType;
    });
    if (!parsed.ok()) FAIL(parsed.error()->message);
    return parsed.value();
  }

  // A struct of these members, known by its tag to type() from now on.
  TypeId record(std::string tag, RecordKind kind, std::vector<FieldSpec> fields, RecordAttributes attributes = {}) {
    const TypeId id = types.declare_record(tag, kind);
    REQUIRE(types.define_record(id, fields, attributes).ok());
    named.emplace_back(std::move(tag), id);
    return id;
  }

  CodePointer symbol(const char* name) {
    auto* const address = reinterpret_cast<CodePointer>(dlsym(library, name));
    if (address == nullptr) FAIL("no function " << name);
    return address;
  }

  // REQUIRES: the values are of the types' sizes. Result is what the C function returns.
  template <class R = void, class... A>
  R call(const char* name, std::string_view function_type, A... arguments) {
    const CallPlan* plan = plans.plan(type(function_type)).take();
    return run<R>(*plan, name, arguments...);
  }

  template <class R, class... A>
  R run(const CallPlan& plan, const char* name, A... arguments) {
    REQUIRE(plan.arguments.size() == sizeof...(arguments));
    alignas(16) std::byte frame[2048];
    alignas(16) std::byte result[2048];
    REQUIRE(plan.frame_size <= sizeof frame);
    REQUIRE(plan.result_size <= sizeof result);
    memset(frame, 0xa5, sizeof frame);
    size_t i = 0;
    (put(plan.arguments[i++], frame, arguments), ...);
    last = {.name = name};
    const CodePointer function = symbol(name);
    const Away away(thread);
    threw = !enter_native(guard, last, plan, function, frame, result);
    if constexpr (!std::is_void_v<R>) {
      R value;
      memcpy(&value, result, sizeof value);
      return value;
    }
  }

  TypeTable types;
  std::unique_ptr<Invoker> invoker = make_native_invoker();
  PlanCache plans{types, *invoker};
  NativeCallRecord last{};
  bool threw = false;

 private:
  template <class T>
  static void put(const Step& step, std::byte* frame, const T& value) {
    if constexpr (std::is_integral_v<T> && sizeof(T) < 8) {
      const int64_t wide = static_cast<int64_t>(value);
      memcpy(frame + step.offset, &wide, sizeof wide);
    } else {
      if (step.size != 0) CHECK(step.size == sizeof value);
      memcpy(frame + step.offset, &value, step.size);
    }
  }

  static void* open_library() {
    void* const handle = dlopen(ELLE_CORE_FIXTURE, RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) FAIL(dlerror());
    return handle;
  }

  void* library = open_library();  // never closed: what it started may still run
  std::vector<std::pair<std::string, TypeId>> named;
};

}  // namespace elle::core
