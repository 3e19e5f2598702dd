// Every invoker and every callback must agree with the C compiler: random signatures over random records, called with
// random bytes. C notes what arrived; what it gives back was noted for it. Padding is not compared.
#include <algorithm>
#include <cstring>
#include <dlfcn.h>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/call/callback.h"
#include "core/call/plan_cache.h"
#include "core/thunk/call_thunk.h"

#include "tests/core/native_fixture.h"
#include "tests/core/random_types.h"
#include "tests/core/test_folder.h"

namespace elle::core {
namespace {

constexpr unsigned kSeed = 3;
constexpr int kRecords = 60;
constexpr int kSignatures = 200;
constexpr size_t kRoom = 4096;

using Bytes = std::vector<std::byte>;

struct Signature {
  TypeId function = kNoType;
  TypeId result = kNoType;
  std::vector<TypeId> parameters;  // those passed for `...` included, promoted
  uint32_t fixed_count = 0;
  bool variadic = false;
  std::string text;
};

// Sets a one for every bit of `type` that carries a value.
void mark_value_bits(const TypeTable& types, TypeId type, uint64_t bit, Bytes& mask) {
  const auto mark = [&](uint64_t start, uint64_t count) {
    for (uint64_t i = start; i < start + count; i++) mask[i / 8] |= std::byte(1U << (i % 8));
  };
  const Type& node = types.resolved(type);
  if (node.kind == TypeKind::kRecord) {
    for (const Field& field : types.record(type).layout.fields) {
      if (field.is_bit_field) {
        mark(bit + field.bit_offset, field.bit_width);
      } else {
        mark_value_bits(types, field.type, bit + field.bit_offset, mask);
      }
    }
    return;
  }
  if (node.kind == TypeKind::kArray) {
    TypeTable& asked = const_cast<TypeTable&>(types);
    const uint64_t size = asked.size_of(node.target).value() * 8;
    for (uint64_t i = 0; i < node.count; i++) mark_value_bits(types, node.target, bit + i * size, mask);
    return;
  }
  switch (node.kind) {
    case TypeKind::kBool:
      return mark(bit, 1);
    case TypeKind::kLongDouble:
      return mark(bit, 80);
    case TypeKind::kComplexLongDouble:
      mark(bit, 80);
      return mark(bit + 128, 80);
    case TypeKind::kPointer:
      return mark(bit, 64);
    default:
      return mark(bit, types.target().scalar(node.kind).size * 8);
  }
}

class Agreement {
 public:
  explicit Agreement(std::unique_ptr<Invoker> invoker) : invoker_(std::move(invoker)) {
    for (int i = 0; i < kRecords; i++) random_.add_record();
    for (int i = 0; i < kSignatures; i++) signatures_.push_back(make_signature());
    build();
  }

  // Of every `each`-th signature.
  void check_calls(size_t each = 1) {
    for (size_t i = 0; i < signatures_.size(); i += each) check_call(i);
  }

  void check_callbacks() {
    for (size_t i = 0; i < signatures_.size(); i++) {
      if (!signatures_[i].variadic) check_callback(i);
    }
  }

 private:
  Signature make_signature() {
    Signature made;
    made.variadic = random_.one_in(4);
    made.result = random_.one_in(8) ? type_of(TypeKind::kVoid) : random_.value_type();
    const uint32_t count = random_.below(10);
    for (uint32_t i = 0; i < count; i++) made.parameters.push_back(random_.value_type());
    made.fixed_count = count;
    if (made.variadic) {
      made.parameters.insert(made.parameters.begin(), type_of(TypeKind::kInt));
      made.fixed_count = 1 + random_.below(count + 1);
      for (uint32_t i = made.fixed_count; i <= count; i++) made.parameters[i] = promoted(types_, made.parameters[i]);
    }
    const auto fixed = std::span(made.parameters).first(made.fixed_count);
    made.function = types_.function(made.result, fixed, made.variadic);
    made.text = types_.text(made.function);
    return made;
  }

  // --- The C side. ---

  void build() {
    std::string code = "#include <stdarg.h>\n#include <stdbool.h>\n#include <string.h>\n";
    code += fmt::format("unsigned char from_caller[{0}], to_caller[{0}];\n", kRoom);
    for (const RandomRecord& record : random_.records()) code += record.text;
    for (size_t i = 0; i < signatures_.size(); i++) {
      code += callee_code(i);
      if (!signatures_[i].variadic) code += caller_code(i);
    }
    compile_c(folder_.write("agree.c", code), folder_ / "agree.so", "-O1 -shared -fPIC");
    library_ = dlopen((folder_ / "agree.so").c_str(), RTLD_NOW);
    REQUIRE(library_ != nullptr);
    from_caller_ = static_cast<std::byte*>(dlsym(library_, "from_caller"));
    to_caller_ = static_cast<std::byte*>(dlsym(library_, "to_caller"));
  }

  // Notes its arguments in from_caller, and returns what lies in to_caller.
  std::string callee_code(size_t index) const {
    const Signature& signature = signatures_[index];
    std::string parameters;
    std::string body = "  unsigned char *at = from_caller;\n";
    if (signature.variadic) body += fmt::format("  va_list rest; va_start(rest, a{});\n", signature.fixed_count - 1);
    for (uint32_t i = 0; i < signature.parameters.size(); i++) {
      const std::string declared = types_.text(signature.parameters[i], fmt::format("a{}", i));
      if (i < signature.fixed_count) {
        parameters += (i > 0 ? ", " : "") + declared;
      } else {
        body += fmt::format("  {} = va_arg(rest, {});\n", declared, types_.text(signature.parameters[i]));
      }
      body += fmt::format("  memcpy(at, &a{0}, sizeof a{0}); at += sizeof a{0};\n", i);
    }
    if (signature.variadic) parameters += ", ...";
    if (parameters.empty()) parameters = "void";
    if (signature.result != type_of(TypeKind::kVoid)) {
      body += fmt::format("  {}; memcpy(&r, to_caller, sizeof r); return r;\n", types_.text(signature.result, "r"));
    }
    return fmt::format("{} {{\n{}}}\n", types_.text(signature.result, fmt::format("f{}({})", index, parameters)), body);
  }

  // Calls back with what lies in to_caller, and notes the answer in from_caller.
  std::string caller_code(size_t index) const {
    const Signature& signature = signatures_[index];
    std::string body = "  unsigned char *at = to_caller;\n";
    std::string arguments;
    for (uint32_t i = 0; i < signature.parameters.size(); i++) {
      body += fmt::format("  {1}; memcpy(&a{0}, at, sizeof a{0}); at += sizeof a{0};\n", i,
                          types_.text(signature.parameters[i], fmt::format("a{}", i)));
      arguments += fmt::format("{}a{}", i > 0 ? ", " : "", i);
    }
    const std::string call = fmt::format("callback({})", arguments);
    if (signature.result == type_of(TypeKind::kVoid)) {
      body += fmt::format("  {};\n", call);
    } else {
      body += fmt::format("  {} = {}; memcpy(from_caller, &r, sizeof r);\n", types_.text(signature.result, "r"), call);
    }
    const TypeId pointer = const_cast<TypeTable&>(types_).pointer_to(signature.function);
    return fmt::format("void g{}({}) {{\n{}}}\n", index, types_.text(pointer, "callback"), body);
  }

  // --- Our side. ---

  uint64_t size_of(TypeId type) { return type == type_of(TypeKind::kVoid) ? 0 : types_.size_of(type).value(); }

  Bytes mask_of(TypeId type) {
    Bytes mask(size_of(type));
    if (!mask.empty()) mark_value_bits(types_, type, 0, mask);
    return mask;
  }

  Bytes random_value(TypeId type) {
    Bytes value = mask_of(type);
    for (std::byte& byte : value) byte &= std::byte(random_.below(256));
    return value;
  }

  bool same(TypeId type, const std::byte* found, const Bytes& wanted) {
    const Bytes mask = mask_of(type);
    for (size_t i = 0; i < mask.size(); i++) {
      if ((found[i] & mask[i]) != wanted[i]) return false;
    }
    return true;
  }

  static void write_argument(const Step& step, const Bytes& value, std::byte* frame) {
    std::copy(value.begin(), value.end(), frame + step.offset);
    const bool is_signed = step.kind == StepKind::kI8 || step.kind == StepKind::kI16 || step.kind == StepKind::kI32;
    if (step.kind < StepKind::kI64 && step.size < 8) {
      const bool is_negative = is_signed && (value.back() & std::byte{0x80}) != std::byte{0};
      memset(frame + step.offset + step.size, is_negative ? 0xff : 0, 8 - step.size);
    }
  }

  const CallPlan& plan_of(const Signature& signature) {
    auto plan = plans_.plan(signature.function, std::span(signature.parameters).subspan(signature.fixed_count));
    if (!plan.ok()) FAIL(plan.error()->message);
    return *plan.value();
  }

  CodePointer symbol(char letter, size_t index) {
    return reinterpret_cast<CodePointer>(dlsym(library_, fmt::format("{}{}", letter, index).c_str()));
  }

  void check_call(size_t index) {
    const Signature& signature = signatures_[index];
    const CallPlan& plan = plan_of(signature);
    alignas(16) std::byte frame[kRoom];
    alignas(16) std::byte result[kRoom];
    std::vector<Bytes> values;
    for (size_t i = 0; i < signature.parameters.size(); i++) {
      values.push_back(random_value(signature.parameters[i]));
      write_argument(plan.arguments[i], values.back(), frame);
    }
    const Bytes answer = random_value(signature.result);
    std::copy(answer.begin(), answer.end(), to_caller_);
    const NativeCallRecord record{.name = "f"};
    REQUIRE(enter_native(here_.guard, record, plan, symbol('f', index), frame, result));

    const std::byte* at = from_caller_;
    for (size_t i = 0; i < values.size(); at += values[i].size(), i++) {
      CHECK_MESSAGE(same(signature.parameters[i], at, values[i]), "argument ", i + 1, " of ", describe(signature));
    }
    CHECK_MESSAGE(same(signature.result, result, answer), "result of ", describe(signature));
  }

  struct Answerer : CallbackTarget {
    void run(const CallbackEntry& entry, const std::byte* frame, std::byte* result) override {
      for (const Step& step : entry.plan->arguments) {
        seen.emplace_back(frame + step.offset, frame + step.offset + step.size);
      }
      std::copy(answer.begin(), answer.end(), result);
    }
    Bytes answer;
    std::vector<Bytes> seen;
  };

  void check_callback(size_t index) {
    const Signature& signature = signatures_[index];
    Answerer answerer;
    answerer.answer = random_value(signature.result);
    const CallbackEntry* entry = callbacks_.create(plan_of(signature), answerer, "f").take();
    std::vector<Bytes> values;
    std::byte* at = to_caller_;
    for (TypeId type : signature.parameters) {
      values.push_back(random_value(type));
      at = std::copy(values.back().begin(), values.back().end(), at);
    }
    reinterpret_cast<void (*)(CodePointer)>(symbol('g', index))(entry->code);

    REQUIRE(answerer.seen.size() == values.size());
    for (size_t i = 0; i < values.size(); i++) {
      CHECK_MESSAGE(same(signature.parameters[i], answerer.seen[i].data(), values[i]), "argument ", i + 1,
                    " of a callback ", describe(signature));
    }
    CHECK_MESSAGE(same(signature.result, from_caller_, answerer.answer), "result of a callback ", describe(signature));
  }

  // With the definitions of the records in it.
  std::string describe(const Signature& signature) const {
    std::string text = fmt::format("seed {}: {}\n", kSeed, signature.text);
    std::vector<TypeId> all = signature.parameters;
    all.push_back(signature.result);
    for (const RandomRecord& record : random_.records()) {
      if (std::find(all.begin(), all.end(), record.type) != all.end()) text += record.text;
    }
    return text;
  }

  TypeTable types_;
  std::unique_ptr<Invoker> invoker_;
  PlanCache plans_{types_, *invoker_};
  OneThread here_;
  CallbackTable callbacks_{types_, here_.hand_over};
  RandomTypes random_{types_, kSeed, false};
  TestFolder folder_;
  std::vector<Signature> signatures_;
  void* library_ = nullptr;
  std::byte* from_caller_ = nullptr;
  std::byte* to_caller_ = nullptr;
};

TEST_CASE("random signatures reach C as the C compiler passes them, both ways") {
  Agreement agreement(make_libffi_invoker());
  agreement.check_calls();
  agreement.check_callbacks();
  Agreement quick(make_native_invoker());
  quick.check_calls();
}

// Leaves everything to who stands behind it.
struct NoInvoker : Invoker {
  Result<Done> prepare(TypeTable&, CallPlan&) override { return fail(ErrorKind::kType, "It carries nothing."); }
};

TEST_CASE("compiled thunks pass what libffi passes as it does") {
  const TestFolder cache;
  LoaderOptions options;
  options.cache_folder = cache.path();
  CCompiler compiler(options);
  Agreement compiled(make_thunk_invoker(std::make_unique<NoInvoker>(), compiler));
  compiled.check_calls(/*each=*/20);
}

}  // namespace
}  // namespace elle::core
