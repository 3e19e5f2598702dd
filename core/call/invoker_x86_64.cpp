// Calls whose arguments all travel in registers (System V AMD64 ABI 3.2.3), without libffi: about a third of its time.
//
// A callee cannot see more registers than it has parameters for. So one C++ function type that fills all six general
// and all eight vector registers calls every such function, and only the way the result comes back has to be told
// apart. What goes to the stack, x87 values and variadic functions (which want %al set) stay with libffi.
#include <cstring>
#include <utility>

#include "core/call/invoker.h"
#include "core/call/libffi_signature.h"

namespace elle::core {

namespace {

constexpr size_t kGeneralRegisters = 6;
constexpr size_t kVectorRegisters = 8;

// The frame offset of what goes into each register; an unused one is given the frame's first bytes.
struct RegisterCall : PreparedCall {
  std::array<uint32_t, kGeneralRegisters> general{};
  std::array<uint32_t, kVectorRegisters> vector{};
  bool hidden_pointer = false;  // the first general register takes the address of the result
};

// Results of up to two eight-byte pieces.
struct Nothing {};
template <class First, class Second>
struct Pieces {
  First first;
  Second second;
};

template <class T>
T load(const std::byte* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

// Without kVectors the loads of eight vector registers are spared, which the callee would not read.
template <class R, bool kVectors>
inline R enter(CodePointer function, const RegisterCall& call, const std::byte* frame, uint64_t first) {
  const auto g = [&](size_t i) { return load<uint64_t>(frame + call.general[i]); };
  if constexpr (kVectors) {
    using Function = R (*)(uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, double, double, double, double,
                           double, double, double, double);
    const auto v = [&](size_t i) { return load<double>(frame + call.vector[i]); };
    return reinterpret_cast<Function>(function)(first, g(1), g(2), g(3), g(4), g(5), v(0), v(1), v(2), v(3), v(4), v(5),
                                                v(6), v(7));
  } else {
    using Function = R (*)(uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t);
    return reinterpret_cast<Function>(function)(first, g(1), g(2), g(3), g(4), g(5));
  }
}

// The last step of the call path, the quick way: registers from the frame, and the call.
template <class R, bool kVectors>
void invoke_in_registers(const CallPlan& plan, CodePointer function, std::byte* frame, std::byte* result) {
  const auto& call = static_cast<const RegisterCall&>(*plan.prepared);
  const uint64_t first =
      call.hidden_pointer ? reinterpret_cast<uint64_t>(result) : load<uint64_t>(frame + call.general[0]);
  if constexpr (std::is_same_v<R, Nothing>) {
    enter<void, kVectors>(function, call, frame, first);
  } else {
    const R value = enter<R, kVectors>(function, call, frame, first);
    std::memcpy(result, &value, sizeof value);
  }
}

template <bool kVectors>
InvokeFunction invoke_function(char first, char second) {
  if (first == 0) return invoke_in_registers<Nothing, kVectors>;
  if (second == 0)
    return first == 'g' ? invoke_in_registers<uint64_t, kVectors> : invoke_in_registers<double, kVectors>;
  if (first == 'g')
    return second == 'g' ? invoke_in_registers<Pieces<uint64_t, uint64_t>, kVectors>
                         : invoke_in_registers<Pieces<uint64_t, double>, kVectors>;
  return second == 'g' ? invoke_in_registers<Pieces<double, uint64_t>, kVectors>
                       : invoke_in_registers<Pieces<double, double>, kVectors>;
}

// 'g' for a general register, 'v' for a vector one, 0 for neither.
char register_kind(const ffi_type* type) {
  switch (type->type) {
    case FFI_TYPE_FLOAT:
    case FFI_TYPE_DOUBLE:
      return 'v';
    case FFI_TYPE_UINT8:
    case FFI_TYPE_SINT8:
    case FFI_TYPE_UINT16:
    case FFI_TYPE_SINT16:
    case FFI_TYPE_UINT32:
    case FFI_TYPE_SINT32:
    case FFI_TYPE_UINT64:
    case FFI_TYPE_SINT64:
    case FFI_TYPE_POINTER:
      return 'g';
    default:
      return 0;
  }
}

// How the result comes back; false when only libffi can fetch it.
bool result_registers(const LibffiSignature& signature, RegisterCall* call, char* first, char* second) {
  const ffi_type* type = signature.cif.rtype;
  *first = *second = 0;
  if (type->type == FFI_TYPE_VOID) return true;
  if (type->type != FFI_TYPE_STRUCT) return (*first = register_kind(type)) != 0;
  if (signature.result_in_memory) {
    call->hidden_pointer = true;
    return true;
  }
  *first = register_kind(type->elements[0]);
  if (!type->elements[1]) return *first != 0;
  *second = register_kind(type->elements[1]);
  return *first != 0 && *second != 0;
}

class X86Invoker : public Invoker {
 public:
  Result<Done> prepare(TypeTable& types, CallPlan& plan) override {
    // libffi's way first: it says what the pieces are and refuses what cannot be carried, and it stays the plan's where
    // this one does not do.
    TRY(libffi_->prepare(types, plan));
    if (plan.variadic) return Done{};
    const auto& signature = static_cast<const LibffiSignature&>(*plan.prepared);
    auto call = std::make_unique<RegisterCall>();
    char first, second;
    if (!result_registers(signature, call.get(), &first, &second)) return Done{};
    size_t general = call->hidden_pointer ? 1 : 0, vector = 0;
    for (size_t i = 0; i < signature.types.size(); i++) {
      const char kind = register_kind(signature.types[i]);
      if (kind == 'g' && general < kGeneralRegisters)
        call->general[general++] = signature.offsets[i];
      else if (kind == 'v' && vector < kVectorRegisters)
        call->vector[vector++] = signature.offsets[i];
      else
        return Done{};
    }
    plan.invoke = vector ? invoke_function<true>(first, second) : invoke_function<false>(first, second);
    plan.prepared = std::move(call);
    return Done{};
  }

 private:
  std::unique_ptr<Invoker> libffi_ = make_libffi_invoker();
};

}  // namespace

std::unique_ptr<Invoker> make_native_invoker() { return std::make_unique<X86Invoker>(); }

}  // namespace elle::core
