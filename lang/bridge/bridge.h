// Bridge: where Lisp values and C bytes meet, and everything a session holds of C: its types, the loaded headers and
// libraries, the plans of its calls, its callbacks. Nothing outside lang/bridge sees both sides.
//
//     Lisp calls C     VM ─► call_native ─► core::enter_native ─► invoker ─► C
//     C calls Lisp     C ─► core's callback entry ─► LispCallback::run ─► VM::call
//
// This is the owner: it makes the parts, gives them to each other as a BridgeContext, and stands before the machine
// (NativeSide) and before the threads of libraries (core::Machine). No other room includes it.
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "core/call/callback.h"
#include "core/call/hand_over.h"
#include "core/call/invoker.h"
#include "core/call/plan_cache.h"
#include "core/documentation/gir_texts.h"
#include "core/thunk/c_compiler.h"
#include "core/types/type_table.h"

#include "lang/bridge/ask/c_names.h"
#include "lang/bridge/call/call_failures.h"
#include "lang/bridge/call/callbacks.h"
#include "lang/bridge/call/native_functions.h"
#include "lang/bridge/display/c_display.h"
#include "lang/bridge/families/families.h"
#include "lang/bridge/header_names.h"
#include "lang/bridge/library/installed.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/memory/views.h"
#include "lang/bridge/names/absent_names.h"
#include "lang/bridge/names/c_inline.h"
#include "lang/bridge/names/name_values.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/delivery.h"
#include "lang/bridge/types/script_types.h"
#include "lang/bridge/types/type_facts.h"
#include "lang/vm/vm.h"

namespace elle::lang {

class Bridge : public NativeSide, private core::Machine {
 public:
  explicit Bridge(VM& vm);
  ~Bridge() override;
  Bridge(const Bridge&) = delete;
  Bridge& operator=(const Bridge&) = delete;

  // NativeSide.
  bool guarded(void (*body)(void*), void* context) override;
  Failed fault_failure() override;
  Result<core::Done> raise_failure_of_others() override;
  Result<Value> function_behind(Value pointer) override;

  // The session does something, on its own thread: callbacks of others wait until that lets them. It does so from the
  // start, until the first end_work().
  void begin_work();
  void end_work();
  class Work {
   public:
    explicit Work(Bridge& bridge) : bridge_(bridge) { bridge_.begin_work(); }
    ~Work() { bridge_.end_work(); }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

   private:
    Bridge& bridge_;
  };
  // From now on no thread but the session's own one gets in, now or ever.
  void close();

  // How a failure is shown that nobody waits for.
  void show_failures(std::function<void(Failure)> show) { delivery_.show = std::move(show); }
  // What callbacks of other threads left and nobody raised, cleared: nothing if there is none.
  std::optional<Failed> take_delivered() { return delivery_.take(); }

  // An interrupt for the callbacks that other threads are in. REQUIRES: the session works.
  void interrupt_others();
  // For signal handlers: see Session.
  static const char* native_function_here();
  static void abandon_native_call(const void* context, bool by_force) {
    core::FaultGuard::abandon_native_call(context, by_force);
  }

  // True after a fault inside C, or when it was left in the middle.
  bool tainted() const { return failures_.tainted(); }

 private:
  // Machine.
  std::unique_ptr<core::Seat> make_seat() override;
  void ask_to_yield() override { vm_.attention().ask(Attention::kYieldDue); }
  void switch_threads(core::Seat& from, core::Seat& to) override;

  VM& vm_;
  Runtime& runtime_;
  core::TypeTable types_;
  core::CCompiler compiler_;
  const std::shared_ptr<core::HandOver> hand_over_;
  BridgeContext context_;  // refers to what is made below, too
  std::unique_ptr<core::Invoker> invoker_;
  core::PlanCache plans_;
  core::CallbackTable callback_entries_;
  core::GirTexts gir_texts_;
  Delivery delivery_;
  std::atomic<bool> thread_was_refused_ = false;  // for want of memory; not told yet
  Libraries libraries_;
  Installed installed_;
  TypeFactsCache facts_;
  ScriptTypes script_types_;
  Families families_;
  Views views_;
  NativeFunctions functions_;
  CallFailures failures_;
  Callbacks callbacks_;
  NameValues name_values_;
  AbsentNames absent_names_;
  CInline c_inline_;
  NameIndex name_index_;
  HeaderNames header_names_;
  CValueDisplay display_;
};

}  // namespace elle::lang
