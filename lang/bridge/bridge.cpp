// The members are made in the order they are declared in, and each is given a context that refers to all of them: a
// constructor may keep that reference, but not yet use what is declared after it. They go in the opposite order, once
// no other thread can get in.
#include "lang/bridge/bridge.h"

#include "core/thunk/call_thunk.h"

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/library/header_request.h"

namespace elle::lang {

BridgeContext& BridgeContext::of(Runtime& runtime) { return *runtime.bridge; }

Bridge::Bridge(VM& vm)
    : vm_(vm),
      runtime_(vm.runtime()),
      compiler_(loader_options(runtime_)),
      hand_over_(core::HandOver::create(*this, std::make_unique<LispThread>(Context()))),
      context_{.runtime = runtime_,
               .types = types_,
               .compiler = compiler_,
               .plans = plans_,
               .callback_entries = callback_entries_,
               .gir_texts = gir_texts_,
               .own_thread = *static_cast<LispThread*>(hand_over_->seat_here()),
               .thread = static_cast<LispThread*>(hand_over_->seat_here()),
               .delivery = delivery_,
               .libraries = libraries_,
               .installed = installed_,
               .facts = facts_,
               .script_types = script_types_,
               .families = families_,
               .function_pointers = callbacks_,
               .views = views_,
               .functions = functions_,
               .failures = failures_,
               .callbacks = callbacks_,
               .name_values = name_values_,
               .absent_names = absent_names_,
               .c_inline = c_inline_,
               .name_index = name_index_},
      invoker_(core::make_thunk_invoker(core::make_chosen_invoker(), compiler_)),
      plans_(types_, *invoker_),
      callback_entries_(types_, hand_over_),
      delivery_(context_),
      facts_(types_),
      script_types_(runtime_),
      families_(context_),
      views_(context_),
      functions_(context_),
      failures_(context_),
      callbacks_(vm, context_),
      name_values_(context_),
      absent_names_(context_),
      c_inline_(context_),
      header_names_(context_),
      display_(context_) {
  // Without handlers a fault in C ends the process, as it would in C; nothing else depends on them.
  [[maybe_unused]] auto handlers = context_.thread->guard.install();
  runtime_.bridge = &context_;
  runtime_.resolver = &header_names_;
  runtime_.views = &views_;
  runtime_.c_display = &display_;
  runtime_.turn = context_.thread;
  vm_.set_native_side(this);
  runtime_.register_roots(this, [this](Marker& marker) {
    functions_.mark(marker);
    hand_over_->each_seat(
        [&](core::Seat& seat) { static_cast<LispThread&>(seat).mark(marker, &seat == context_.thread); });
  });
  define_bridge_builtins(runtime_);
}

Bridge::~Bridge() {
  close();
  runtime_.unregister_roots(this);
  vm_.set_native_side(nullptr);
  runtime_.turn = nullptr;
  runtime_.c_display = nullptr;
  runtime_.views = nullptr;
  runtime_.resolver = nullptr;
  runtime_.bridge = nullptr;
}

Result<Value> Bridge::function_behind(Value pointer) {
  if (!pointer.is(Tag::kPointer)) return nil();
  const core::TypeId function = types_.function_of(pointer.c_type());
  return function ? functions_.at("C function", pointer.address, function) : nil();
}

bool Bridge::guarded(void (*body)(void*), void* context) { return context_.thread->guarded(body, context); }

Failed Bridge::fault_failure() { return failures_.fault(); }

const char* Bridge::native_function_here() {
  const core::NativeCallRecord* const call = core::FaultGuard::native_call_here();
  return call ? call->name : nullptr;
}

}  // namespace elle::lang
