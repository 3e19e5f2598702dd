// The portable way to call, and the reference for the others: whatever libffi carries.
#include "core/base/file.h"
#include "core/call/invoker.h"
#include "core/call/libffi_signature.h"

namespace elle::core {

namespace {

void call_with(const LibffiSignature& signature, CodePointer function, std::byte* frame, std::byte* result,
               void** values) {
  const size_t count = signature.offsets.size();
  for (size_t i = 0; i < count; i++) values[i] = frame + signature.offsets[i];
  ffi_call(&signature.cif, function, result, values);
}

// CALL PATH 4/4: libffi puts the frame's values where C looks for them, and calls. The pointers live on the stack:
// there is nothing here that a jump out of C could leak.
void invoke_through_libffi(const CallPlan& plan, CodePointer function, std::byte* frame, std::byte* result) {
  const auto& signature = static_cast<const LibffiSignature&>(*plan.prepared);
  // Room of a fixed size, since everything after a computed stack pointer would wait for it: a quarter of a
  // call's time.
  constexpr size_t kUsual = 8;
  if (signature.offsets.size() <= kUsual) [[likely]] {
    void* values[kUsual];
    call_with(signature, function, frame, result, values);
  } else {
    const size_t room = signature.offsets.size() * sizeof(void*);
    call_with(signature, function, frame, result, static_cast<void**>(__builtin_alloca(room)));
  }
}

class LibffiInvoker : public Invoker {
 public:
  Result<Done> prepare(TypeTable& types, CallPlan& plan) override {
    plan.prepared = TRY(make_libffi_signature(types, plan));
    plan.invoke = invoke_through_libffi;
    return Done{};
  }
};

}  // namespace

std::unique_ptr<Invoker> make_libffi_invoker() { return std::make_unique<LibffiInvoker>(); }

std::unique_ptr<Invoker> make_chosen_invoker() {
  return environment("ELLE_INVOKER") == "libffi" ? make_libffi_invoker() : make_native_invoker();
}

}  // namespace elle::core
