#include "core/call/invoker.h"
#include "core/call/libffi_signature.h"

namespace elle::core {

namespace {

struct LibffiCall : PreparedCall {
  explicit LibffiCall(std::unique_ptr<LibffiSignature> made) : signature(std::move(made)) {}
  std::unique_ptr<LibffiSignature> signature;
};

// CALL PATH 4/4: libffi puts the frame's values where C looks for them, and calls. The pointers live on the stack:
// there is nothing here that a jump out of C could leak.
void invoke_through_libffi(const CallPlan& plan, NativeFunction function, std::byte* frame, std::byte* result) {
  const LibffiSignature& signature = *static_cast<const LibffiCall&>(*plan.prepared).signature;
  const size_t count = signature.offsets.size();
  void** const values = static_cast<void**>(__builtin_alloca(count * sizeof(void*)));
  for (size_t i = 0; i < count; i++) values[i] = frame + signature.offsets[i];
  ffi_call(&signature.cif, function, result, values);
}

class LibffiInvoker : public Invoker {
 public:
  Result<Done> prepare(TypeTable& types, CallPlan& plan) override {
    plan.prepared = std::make_unique<LibffiCall>(TRY(make_libffi_signature(types, plan)));
    plan.invoke = invoke_through_libffi;
    return Done{};
  }
};

}  // namespace

std::unique_ptr<Invoker> make_libffi_invoker() { return std::make_unique<LibffiInvoker>(); }

}  // namespace elle::core
