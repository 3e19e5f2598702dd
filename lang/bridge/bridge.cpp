#include "lang/bridge/bridge.h"

#include "core/declarations/header_cache.h"
#include "core/thunk/call_thunk.h"

#include "lang/bridge/builtins.h"
#include "lang/bridge/cache_table.h"
#include "lang/bridge/header_request.h"
#include "lang/bridge/macro_calls.h"
#include "lang/bridge/types.h"
#include "lang/print/printer.h"
#include "lang/value/native_function.h"

namespace elle::lang {

Bridge::Bridge(VM& machine)
    : vm(machine),
      runtime(machine.runtime()),
      compiler(loader_options(runtime)),
      hand_over(core::HandOver::create(*this, std::make_unique<LispThread>(*this, Context()))),
      own_thread(*static_cast<LispThread*>(hand_over->seat_here())),
      thread(&own_thread),
      callback_entries(types, hand_over),
      callbacks(*this),
      c_inline(*this),
      names(*this),
      views(*this),
      invoker_(core::make_thunk_invoker(core::make_chosen_invoker(), compiler)),
      plans_(std::make_unique<core::PlanCache>(types, *invoker_)) {
  // Without handlers a fault in C ends the process, as it would in C; nothing else depends on them.
  [[maybe_unused]] auto handlers = thread->guard.install();
  runtime.bridge = this;
  runtime.resolver = &names;
  runtime.views = &views;
  runtime.turn = thread;
  vm.set_native_side(this);
  runtime.register_roots(this, [this](Marker& marker) {
    for (auto& [key, function] : typed_functions_) marker.mark(function);
    hand_over->each_seat([&](core::Seat& seat) { static_cast<LispThread&>(seat).mark(marker, &seat == thread); });
  });
}

Bridge::~Bridge() {
  close();
  runtime.unregister_roots(this);
  vm.set_native_side(nullptr);
  runtime.turn = nullptr;
  runtime.views = nullptr;
  runtime.resolver = nullptr;
  runtime.bridge = nullptr;
}

void Bridge::define_builtins() {
  define_library_builtins(runtime);
  define_verify_builtins(runtime);
  define_struct_builtins(runtime);
  define_enum_builtins(runtime);
  define_memory_builtins(runtime);
  define_layout_builtins(runtime);
  define_header_builtins(runtime);
  define_callback_builtins(runtime);
  define_c_inline_builtins(runtime);
  define_discovery_builtins(runtime);
  define_loaded_builtins(runtime);
  define_source_builtins(runtime);
}

Value Bridge::make_native_function(std::string name, void* address, const core::CallPlan* plan,
                                   std::vector<std::string> parameter_names) {
  NativeCall& call = native_calls_.emplace_back();
  call.bridge = this;
  call.name = std::move(name);
  call.address = reinterpret_cast<core::NativeFunction>(address);
  call.plan = plan;
  call.parameter_names = std::move(parameter_names);
  call.record = {.name = call.name.c_str(), .context = &call};
  call.typed_result =
      plan->result.kind != core::StepKind::kPointer &&
      (types.kind_of(plan->result.type) == core::TypeKind::kEnum || names_boolean(types, plan->result.type));
  call.least = plan->fixed_count;
  call.most = plan->variadic ? SIZE_MAX : plan->fixed_count;
  return function_value(call_native, call, call.name);
}

Value Bridge::function_value(NativeEntry enter, NativeTarget& target, std::string_view name) {
  auto* function = runtime.heap.make<NativeFunction>(Tag::kNativeFunction);
  function->enter = enter;
  function->target = &target;
  function->name = runtime.symbols.intern(name);
  function->library = nil();
  return object_value(Tag::kNativeFunction, function);
}

Value Bridge::make_macro_function(LoadedLibrary& library, const core::Declaration& macro) {
  return function_value(call_macro, macros_of(library).call_of(*this, library, macro), macro.name());
}

LibraryMacros& Bridge::macros_of(LoadedLibrary& library) {
  if (!library.macros) library.macros = std::make_shared<LibraryMacros>(types, *library.types, library.file);
  return *library.macros;
}

Result<Value> Bridge::typed_function(const std::string& name, void* address, core::TypeId function) {
  auto known = typed_functions_.find({address, function});
  if (known != typed_functions_.end()) return known->second;
  Value value = make_native_function(name, address, TRY(plan(function)), {});
  typed_functions_[{address, function}] = value;
  return value;
}

Result<Value> Bridge::function_behind(Value pointer) {
  if (!pointer.is(Tag::kPointer)) return nil();
  const core::TypeId function = types.function_of(pointer.c_type());
  return function ? typed_function("C function", pointer.address, function) : nil();
}

bool Bridge::run(void (*body)(void*), void* context) {
  LispThread& own = *thread;
  const Scratch::Mark mark = own.scratch.mark();
  const size_t copy_backs = own.copy_backs.count();
  const size_t suspended = own.failures.suspended_count();
  if (own.guard.guarded([=] { body(context); })) return true;
  // The fault jumped past the way back from C.
  if (own.away()) own.come_back();
  own.failures.drop_suspended(suspended);
  own.scratch.reset(mark);
  own.copy_backs.drop(copy_backs);
  return false;
}

core::TypeId Bridge::script_type(std::string_view name) const {
  if (defining_.second && defining_.first == name) return defining_.second;
  const Cell* cell = runtime.current_module->find(runtime.symbols.intern(name));
  if (cell && cell->value.is(Tag::kOpaque))
    if (auto* body = dynamic_cast<CTypeBody*>(cell->value.as<Opaque>()->body.get())) return body->id();
  auto known = script_types.find(std::string(name));
  return known == script_types.end() ? core::kNoType : known->second;
}

std::string Bridge::arguments_text(const NativeCall& call) const {
  std::string text;
  for (size_t i = 0; i < call.plan->arguments.size(); i++)
    text += (i ? ", " : "") + print_short(runtime.views, thread->arguments_in_c[i], 40);
  return text.empty() ? "no arguments" : text;
}

const char* Bridge::native_function_here() {
  const core::NativeCallRecord* const call = core::FaultGuard::native_call_here();
  return call ? call->name : nullptr;
}

// Somebody wanted C to stop, and it did not.
Failed Bridge::abandoned_failure(const core::FaultReport& report) {
  thread->failures.forget();
  vm.clear_interrupt();
  tainted_ = true;
  return runtime.fail(ErrorKind::kInterrupt,
                      fmt::format("Interrupted: `{}` was left in the middle of its work.", report.call->name),
                      "The library may be damaged now: save your work and start anew before relying on it.");
}

Failed Bridge::fault_failure() {
  const core::FaultReport& report = thread->guard.report();
  if (report.abandoned) return abandoned_failure(report);
  // What callbacks of the broken call left behind is answered by the fault, but for `exit` and interrupts.
  if (thread->failures.stops_callbacks()) return thread->failures.take();
  thread->failures.forget();
  const std::string fault = core::fault_text(report);
  const auto* call = report.call ? static_cast<const NativeCall*>(report.call->context) : nullptr;
  if (!call) {
    Failed failed = runtime.fail(
        ErrorKind::kFault,
        fmt::format("There is no such memory: {} while {}.", fault, report.call ? report.call->name : "running"),
        "The pointer is wrong, or what it pointed to is gone.");
    remember(failed.error);
    return failed;
  }
  tainted_ = true;
  Failed failed = runtime.fail(
      ErrorKind::kFault,
      fmt::format("`{}` failed in C with {}. It was called with {}.", call->name, fault, arguments_text(*call)),
      "The library may be damaged now: save your work and start anew before relying on it.");
  remember(failed.error);
  return failed;
}

void Bridge::remember(Failure failure) {
  if (failure.thrown->kind != Tag::kError) return;
  Value message = static_cast<ErrorObject*>(failure.thrown)->message;
  if (message.is(Tag::kString)) last_error = message.as<String>()->view();
}

std::string Bridge::cache_path() const { return core::default_cache_folder(); }

core::Result<std::string> Bridge::cache_list() const {
  return cache_table(core::list_cache(core::default_cache_folder()));
}

core::Result<std::string> Bridge::cache_clear() const {
  const size_t count = TRY(core::clear_cache(core::default_cache_folder()));
  return fmt::format("Removed {} entr{}.\n", count, count == 1 ? "y" : "ies");
}

}  // namespace elle::lang
