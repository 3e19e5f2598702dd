// For a signature such as `float4 (*)(float4, int)` this is compiled, once for all functions that have it:
//
//     typedef float v0 __attribute__((vector_size(16)));
//     void elle_call(void (*function)(void), char *frame, char *result) {
//       v0 a0;
//       __builtin_memcpy(&a0, frame + 0, sizeof a0);
//       int a1;
//       __builtin_memcpy(&a1, frame + 16, sizeof a1);
//       v0 (*call)(v0, int) = (void *)function;
//       v0 answer = call(a0, a1);
//       __builtin_memcpy(result, &answer, sizeof answer);
//     }
#include "core/thunk/call_thunk.h"

#include <fmt/format.h>

#include "core/library/library.h"
#include "core/thunk/signature_text.h"

namespace elle::core {

namespace {

constexpr const char* kThunkName = "elle_call";

using Thunk = void (*)(CodePointer function, std::byte* frame, std::byte* result);

struct ThunkCall : PreparedCall {
  Thunk thunk = nullptr;
};

void invoke_through_thunk(const CallPlan& plan, CodePointer function, std::byte* frame, std::byte* result) {
  static_cast<const ThunkCall&>(*plan.prepared).thunk(function, frame, result);
}

// A frame is aligned to 16 bytes only, so values are copied out of it and not referred to there.
Result<CSource> thunk_source(TypeTable& types, const CallPlan& plan) {
  SignatureText text(types);
  std::string reads, parameters, arguments;
  for (size_t i = 0; i < plan.arguments.size(); i++) {
    const Step& step = plan.arguments[i];
    const std::string name = fmt::format("a{}", i);
    // An array or a function stands for a pointer here.
    const bool is_pointer = step.kind == StepKind::kPointer;
    const std::string declared = is_pointer ? "void *" + name : TRY(text.declare(step.type, name));
    reads += fmt::format("  {};\n  __builtin_memcpy(&{}, frame + {}, sizeof {});\n", declared, name, step.offset, name);
    arguments += (i ? ", " : "") + name;
    if (i < plan.fixed_count) parameters += (i ? ", " : "") + declared;
  }
  if (plan.variadic) parameters += parameters.empty() ? "..." : ", ...";
  if (parameters.empty()) parameters = "void";
  const bool is_void = plan.result.kind == StepKind::kVoid;
  const std::string function = is_void ? fmt::format("void (*call)({})", parameters)
                                       : TRY(text.declare(plan.result.type, fmt::format("(*call)({})", parameters)));
  const std::string call = is_void
                               ? fmt::format("  call({});\n", arguments)
                               : fmt::format("  {} = call({});\n  __builtin_memcpy(result, &answer, sizeof answer);\n",
                                             TRY(text.declare(plan.result.type, "answer")), arguments);
  CSource source;
  source.about = "call";
  source.text =
      fmt::format("{}void {}(void (*function)(void), char *frame, char *result) {{\n{}  {} = (void *)function;\n{}}}\n",
                  text.definitions(), kThunkName, reads, function, call);
  source.flags = TRY(text.flags());
  source.flags.emplace_back("-fexceptions");  // what C++ throws passes through
  return source;
}

class ThunkInvoker : public Invoker {
 public:
  ThunkInvoker(std::unique_ptr<Invoker> usual, CCompiler& compiler) : usual_(std::move(usual)), compiler_(compiler) {}

  Result<Done> prepare(TypeTable& types, CallPlan& plan) override {
    if (usual_->prepare(types, plan).ok()) return Done{};
    auto made = make_thunk(types, plan);
    if (made.ok()) return made;
    return fail(made.error()->kind,
                fmt::format("A call of type `{}` goes through a C function that is compiled for it. {}",
                            types.text(plan.signature), made.error()->message),
                made.error()->next_step, made.error()->fields);
  }

 private:
  Result<Done> make_thunk(TypeTable& types, CallPlan& plan) {
    const CompiledSource compiled = TRY(compiler_.compile(TRY(thunk_source(types, plan))));
    if (!compiled.errors.empty())
      return fail(ErrorKind::kConversion, fmt::format("The C compiler refuses it: {}.", compiled.errors[0].message), {},
                  {{"direction", Word{"to-c"}}, {"reason", compiled.errors[0].message}});
    const auto library = TRY(Library::open(compiled.path));
    auto call = std::make_unique<ThunkCall>();
    call->thunk = reinterpret_cast<Thunk>(TRY(library->symbol(kThunkName)));
    plan.prepared = std::move(call);
    plan.invoke = invoke_through_thunk;
    return Done{};
  }

  std::unique_ptr<Invoker> usual_;
  CCompiler& compiler_;
};

}  // namespace

std::unique_ptr<Invoker> make_thunk_invoker(std::unique_ptr<Invoker> usual, CCompiler& compiler) {
  return std::make_unique<ThunkInvoker>(std::move(usual), compiler);
}

}  // namespace elle::core
