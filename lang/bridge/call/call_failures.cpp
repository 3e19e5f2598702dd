// Errors made of faults and C++ exceptions; called when C did not come back as it should.
#include "lang/bridge/call/call_failures.h"

#include "core/call/callback.h"

#include "lang/bridge/call/native_call.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

std::string CallFailures::arguments_text(const NativeCall& call) const {
  std::string text;
  for (size_t i = 0; i < call.plan->arguments.size(); i++)
    text += (i ? ", " : "") + print_short(bridge_.runtime.views, bridge_.thread->arguments_in_c[i], 40);
  return text.empty() ? "no arguments" : text;
}

// Somebody wanted C to stop, and it did not.
Failed CallFailures::abandoned(const core::FaultReport& report) {
  bridge_.thread->failures.forget();
  bridge_.runtime.heap.attention->forget(Attention::kInterrupted);
  tainted_ = true;
  return bridge_.runtime.fail(ErrorKind::kInterrupt,
                              fmt::format("Interrupted: `{}` was left in the middle of its work.", report.call->name),
                              "The library may be damaged now: save your work and start anew before relying on it.");
}

Failed CallFailures::fault() {
  const core::FaultReport& report = bridge_.thread->guard.report();
  if (report.abandoned) return abandoned(report);
  // What callbacks of the broken call left behind is answered by the fault, but for `exit` and interrupts.
  if (bridge_.thread->failures.stops_callbacks()) return bridge_.thread->failures.take();
  bridge_.thread->failures.forget();
  bridge_.callback_entries.take_reports();
  const std::string fault = core::fault_text(report);
  const auto* call = report.call ? static_cast<const NativeCall*>(report.call->context) : nullptr;
  core::ErrorFields fields = core::fault_fields(report);
  if (!call)
    return bridge_.runtime.fail(
        {ErrorKind::kFault,
         fmt::format("There is no such memory: {} while {}.", fault, report.call ? report.call->name : "running"),
         "The pointer is wrong, or what it pointed to is gone.", std::move(fields)});
  tainted_ = true;
  fields.push_back({"function", call->name});
  return bridge_.runtime.fail(
      {ErrorKind::kFault,
       fmt::format("`{}` failed in C with {}. It was called with {}.", call->name, fault, arguments_text(*call)),
       "The library may be damaged now: save your work and start anew before relying on it.", std::move(fields)});
}

Failed CallFailures::exception(const NativeCall& call) {
  const std::string& text = bridge_.thread->guard.exception_text();
  return bridge_.runtime.fail({ErrorKind::kFault,
                               fmt::format("`{}` threw a C++ exception: {}.", call.name, text),
                               "",
                               {{"exception", text}, {"function", call.name}}});
}

}  // namespace elle::lang
