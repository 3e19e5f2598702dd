// CallbackTable: C function pointers that come back to us.
//
// An entry is the machine code C calls. It is neither freed nor used again for something else while the table lives,
// since C may keep the pointer: a released entry answers with zeroes and leaves a report naming itself.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/call/guard.h"
#include "core/call/plan.h"

namespace elle::core {

class CallbackTable;
struct CallbackEntry;

// Who is called. `frame` holds the arguments and `result` takes the result, both laid out by entry.plan as for a call;
// `result` is zeroed before. It runs on the guard's owner thread, unmarked (our code's faults are ours), and must not
// throw or jump out.
class CallbackTarget {
 public:
  virtual ~CallbackTarget() = default;
  virtual void run(const CallbackEntry& entry, const std::byte* frame, std::byte* result) = 0;
};

struct CallbackEntry {
  uint32_t id = 0;
  NativeFunction code = nullptr;  // what C is given
  const CallPlan* plan = nullptr;
  CallbackTarget* target = nullptr;  // null once released
  std::string description;           // for reports: "`compare`, made at sort.lisp:3"
  CallbackTable* table = nullptr;
};

class CallbackTable {
 public:
  // Both are borrowed and must outlive the table.
  CallbackTable(TypeTable& types, FaultGuard& guard);
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

  // The entry C would reach through this address, null when it is none of ours.
  CallbackEntry* find(NativeFunction code) const;

  // What went wrong in callbacks since the last time: called after release, called from another thread. Cheap to ask.
  bool has_reports() const { return has_reports_.load(std::memory_order_acquire); }
  std::vector<std::string> take_reports();

 private:
  struct Closure;  // an entry with its machine code
  friend struct CallbackDoor;
  void report(std::string text);
  Result<CallbackEntry*> add(std::unique_ptr<Closure> closure, const CallPlan& plan, CallbackTarget& target,
                             std::string description);

  TypeTable& types_;
  FaultGuard& guard_;
  std::vector<std::unique_ptr<Closure>> closures_;
  std::unordered_map<NativeFunction, CallbackEntry*> by_code_;
  std::mutex reports_mutex_;
  std::vector<std::string> reports_;
  std::atomic<bool> has_reports_ = false;
};

}  // namespace elle::core
