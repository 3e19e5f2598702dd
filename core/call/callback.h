// CallbackTable: C function pointers that come back to us.
//
// An entry is the machine code C calls. It is never freed nor used again for something else, since C may keep the
// pointer: a released entry answers with zeroes and leaves a report naming itself, and so, without the report, does one
// whose table is gone.
//
// C may call on any thread: the one that calls takes the machine first (hand_over.h).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/call/native_thread.h"
#include "core/call/plan.h"

namespace elle::core {

class CallbackTable;
struct CallbackEntry;

// Who is called. `frame` holds the arguments and `result` takes the result, both laid out by entry.plan as for a call;
// `result` is zeroed before. It runs on the thread that called, which has the machine, unwatched (our code's faults are
// ours), and must not throw or jump out.
class CallbackTarget {
 public:
  virtual ~CallbackTarget() = default;
  virtual void run(const CallbackEntry& entry, const std::byte* frame, std::byte* result) = 0;
};

struct CallbackEntry {
  CodePointer code = nullptr;  // what C is given
  const CallPlan* plan = nullptr;
  CallbackTarget* target = nullptr;  // null once released
  std::string description;           // for reports: "`compare`, made at sort.lisp:3"
  CallbackTable* table = nullptr;
};

class CallbackTable {
 public:
  // `types` is borrowed and must outlive the table. The table goes after `hand_over` was closed.
  CallbackTable(TypeTable& types, std::shared_ptr<HandOver> hand_over);
  ~CallbackTable();
  CallbackTable(const CallbackTable&) = delete;
  CallbackTable& operator=(const CallbackTable&) = delete;

  // `plan` of a signature that is not variadic, from a cache that outlives the table. `target` is borrowed until
  // release(). The entry lives as long as the table. Fails when the signature cannot be answered, or the OS refuses
  // memory for code.
  Result<CallbackEntry*> create(const CallPlan& plan, CallbackTarget& target, std::string description);

  // For a variadic function: `plan` has its fixed arguments, and after them a va_list through which the target reads
  // the rest while it runs.
  Result<CallbackEntry*> create_variadic(const CallPlan& plan, CallbackTarget& target, std::string description);

  // From now on a call from C reports and answers with zeroes.
  void release(CallbackEntry& entry);

  // Which callbacks were called after their release since the last time.
  bool has_reports() const { return !reports_.empty(); }
  std::vector<std::string> take_reports() { return std::exchange(reports_, {}); }

 private:
  struct Closure;  // an entry with its machine code
  friend struct CallbackDoor;
  Result<CallbackEntry*> add(std::unique_ptr<Closure> closure, const CallPlan& plan, CallbackTarget& target,
                             std::string description);

  TypeTable& types_;
  std::shared_ptr<HandOver> hand_over_;
  std::vector<std::unique_ptr<Closure>> closures_;
  std::vector<std::string> reports_;
};

}  // namespace elle::core
