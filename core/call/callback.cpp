// How C comes back. Each entry is a closure of libffi: a few bytes of machine code that gather the arguments and call
// CallbackDoor::enter, on whatever thread C is on, in the middle of whatever C is doing.
//
// What must hold:
//
// - The code and what `enter` reads before it has the machine live as long as the process: C may keep the pointer for
//   ever. So the closures of a table that goes are kept (CallbackTable's destructor), and each has its own reference to
//   the HandOver and its own copy of the result's step. The entry's plan, target and table are looked at only after the
//   Visit has begun, which it does not once the machine was closed.
// - Release and reports are written by who has the machine, so they need no lock.
// - While our code runs, the call that led here is not marked: a fault in Lisp or in the bridge is a bug of ours, and
//   to jump out of it to a guarded activation would leave their data half changed. The mark is put back for the rest of
//   the C call.
// - errno is C's own again when C goes on.
#include "core/call/callback.h"

#include <cassert>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <mutex>

#include "core/call/fault_handler.h"
#include "core/call/libffi_signature.h"
#include "core/call/variadic_entry.h"

namespace elle::core {

// Named by the address libffi hands to `enter`, so it must not move: closures_ holds pointers.
struct CallbackTable::Closure {
  CallbackEntry entry;
  ffi_closure* memory = nullptr;
  std::unique_ptr<LibffiSignature> signature;
  std::unique_ptr<VariadicEntry> variadic;  // null when the function is not variadic
  // Of its own, for when the table and the plans are gone.
  Step result{};
  std::shared_ptr<HandOver> hand_over;
};

namespace {

template <class Narrow>
uint64_t widened(const void* from) {
  Narrow value;
  memcpy(&value, from, sizeof value);
  return static_cast<uint64_t>(static_cast<int64_t>(value));
}

// A value of this kind extended to 8 bytes, for integers; false for all else.
bool widen(StepKind kind, const void* from, uint64_t& to) {
  switch (kind) {
    case StepKind::kBool:
    case StepKind::kU8:
      to = widened<uint8_t>(from);
      return true;
    case StepKind::kI8:
      to = widened<int8_t>(from);
      return true;
    case StepKind::kI16:
      to = widened<int16_t>(from);
      return true;
    case StepKind::kU16:
      to = widened<uint16_t>(from);
      return true;
    case StepKind::kI32:
      to = widened<int32_t>(from);
      return true;
    case StepKind::kU32:
      to = widened<uint32_t>(from);
      return true;
    default:
      return false;
  }
}

// Integers fill their whole 8-byte place, in frames and in what libffi is given back (its ffi_arg).
void copy_value(StepKind kind, uint32_t size, void* to, const void* from) {
  uint64_t wide = 0;
  if (widen(kind, from, wide)) {
    memcpy(to, &wide, sizeof wide);
  } else {
    memcpy(to, from, size);
  }
}

}  // namespace

// What libffi's code calls, on any thread.
struct CallbackDoor {
  static void enter(ffi_cif*, void* result, void** arguments, void* context) {
    auto& closure = *static_cast<CallbackTable::Closure*>(context);
    // C finds errno as it left it, whatever waiting for the machine does.
    const int error_number = errno;
    // Our own code runs now: a fault in it is not C's, and it is not to be left in the middle.
    FaultGuard* const guard = FaultHandler::active();
    const NativeCallRecord* const watched = guard ? guard->watched() : nullptr;
    if (guard) guard->watch(nullptr);
    if (!visit(closure, arguments, result)) answer_zero(closure.result, result);
    if (guard) guard->watch(watched);
    errno = error_number;
  }

  // The same for a variadic function, whose fixed arguments are brought into the places that `enter` expects.
  static void enter_variadic(ffi_cif*, void* result, void** entered, void* context) {
    const auto& closure = *static_cast<CallbackTable::Closure*>(context);
    const VariadicEntry& entry = *closure.variadic;
    SavedRegisters registers;
    VaList rest = entered_with(entry, entered, registers);
    std::byte* const frame = aligned_room(__builtin_alloca(entry.frame_size + 16));
    for (size_t i = 0; i < entry.slots.size(); i++) take_argument(rest, entry.slots[i], frame + entry.offsets[i]);
    *reinterpret_cast<VaList**>(frame + entry.offsets.back()) = &rest;
    const auto& parts = closure.signature->parts;
    auto** const arguments = static_cast<void**>(__builtin_alloca(parts.size() * sizeof(void*)));
    for (size_t i = 0; i < parts.size(); i++) arguments[i] = frame + parts[i].offset;
    enter(nullptr, result, arguments, context);
  }

 private:
  static bool visit(CallbackTable::Closure& closure, void** arguments, void* result) {
    const Visit visit(*closure.hand_over);
    if (visit.seat() == nullptr) return false;
    const CallbackEntry& entry = closure.entry;
    if (entry.target != nullptr) {
      run(closure, arguments, result);
      return true;
    }
    entry.table->reports_.push_back(
        fmt::format("Callback {} was called after its release; it answered with zero.", entry.description));
    return false;
  }

  static void answer_zero(const Step& step, void* result) {
    static constexpr std::byte kZeroes[16] = {};
    if (step.size <= sizeof kZeroes) {
      copy_value(step.kind, step.size, result, kZeroes);
    } else {
      memset(result, 0, step.size);
    }
  }

  static void run(CallbackTable::Closure& closure, void** arguments, void* result) {
    const CallPlan& plan = *closure.entry.plan;
    const LibffiSignature& signature = *closure.signature;
    // Room of a fixed size for the usual case: what follows a computed stack pointer waits for it.
    alignas(16) std::byte usual_frame[128];
    alignas(16) std::byte usual_answer[32];
    std::byte* frame = usual_frame;
    std::byte* answer = usual_answer;
    if (plan.frame_size > sizeof usual_frame) frame = aligned_room(__builtin_alloca(plan.frame_size + 16));
    if (plan.result_size > sizeof usual_answer) answer = aligned_room(__builtin_alloca(plan.result_size + 16));
    for (size_t i = 0; i < signature.parts.size(); i++) {
      const LibffiSignature::Part& part = signature.parts[i];
      copy_value(part.kind, part.size, frame + part.offset, arguments[i]);
    }
    memset(answer, 0, plan.result_size);
    closure.entry.target->run(closure.entry, frame, answer);
    copy_value(plan.result.kind, plan.result.size, result, answer);
  }

  static std::byte* aligned_room(void* room) {
    return reinterpret_cast<std::byte*>((reinterpret_cast<uintptr_t>(room) + 15) & ~uintptr_t{15});
  }
};

CallbackTable::CallbackTable(TypeTable& types, std::shared_ptr<HandOver> hand_over)
    : types_(types), hand_over_(std::move(hand_over)) {}

// C may still call what outlives its table, from threads that go on when static objects are destroyed. Beside the
// signal handlers this is all that belongs to the process.
CallbackTable::~CallbackTable() {
  static std::mutex mutex;
  static auto* const outlived = new std::vector<std::unique_ptr<Closure>>;
  const std::scoped_lock lock(mutex);
  for (auto& closure : closures_) outlived->push_back(std::move(closure));
}

Result<CallbackEntry*> CallbackTable::create(const CallPlan& plan, CallbackTarget& target, std::string description) {
  assert(!plan.variadic);
  auto closure = std::make_unique<Closure>();
  closure->signature = TRY(make_libffi_signature(types_, plan));
  return add(std::move(closure), plan, target, std::move(description));
}

Result<CallbackEntry*> CallbackTable::create_variadic(const CallPlan& plan, CallbackTarget& target,
                                                      std::string description) {
  auto closure = std::make_unique<Closure>();
  closure->signature = TRY(make_libffi_signature(types_, plan));
  closure->variadic = TRY(make_variadic_entry(types_, plan, *closure->signature));
  return add(std::move(closure), plan, target, std::move(description));
}

Result<CallbackEntry*> CallbackTable::add(std::unique_ptr<Closure> made, const CallPlan& plan, CallbackTarget& target,
                                          std::string description) {
  void* code = nullptr;
  auto* const memory = static_cast<ffi_closure*>(ffi_closure_alloc(sizeof(ffi_closure), &code));
  if (memory == nullptr) return fail(ErrorKind::kCallback, "The system gave no memory for the code of a callback.");

  Closure& closure = *closures_.emplace_back(std::move(made));
  closure.memory = memory;
  closure.result = plan.result;
  closure.hand_over = hand_over_;
  ffi_cif* const cif = closure.variadic ? &closure.variadic->cif : &closure.signature->cif;
  const auto door = closure.variadic ? CallbackDoor::enter_variadic : CallbackDoor::enter;
  if (ffi_prep_closure_loc(memory, cif, door, &closure, code) != FFI_OK) {
    ffi_closure_free(memory);
    closures_.pop_back();
    return fail(ErrorKind::kCallback,
                fmt::format("libffi cannot make a callback of type `{}`.", types_.text(plan.signature)));
  }
  closure.entry = {.code = reinterpret_cast<CodePointer>(code),
                   .plan = &plan,
                   .target = &target,
                   .description = std::move(description),
                   .table = this};
  return &closure.entry;
}

void CallbackTable::release(CallbackEntry& entry) { entry.target = nullptr; }

}  // namespace elle::core
