// Bridge: where Lisp values and C bytes meet, and everything a session holds of C: its types, the loaded headers and
// libraries, the plans of its calls, its callbacks. Nothing outside lang/bridge sees both sides.
//
//     Lisp calls C     VM ─► call_native ─► core::enter_native ─► invoker ─► C
//     C calls Lisp     C ─► core's callback entry ─► LispCallback::run ─► VM::call
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/call/callback.h"
#include "core/call/hand_over.h"
#include "core/call/invoker.h"
#include "core/call/plan_cache.h"
#include "core/declarations/header_loader.h"
#include "core/declarations/type_loader.h"
#include "core/documentation/gir_texts.h"
#include "core/library/library.h"
#include "core/thunk/c_compiler.h"
#include "core/thunk/header_addresses.h"
#include "core/types/type_table.h"

#include "lang/bridge/c_inline.h"
#include "lang/bridge/c_names.h"
#include "lang/bridge/callbacks.h"
#include "lang/bridge/families.h"
#include "lang/bridge/installed.h"
#include "lang/bridge/lisp_thread.h"
#include "lang/bridge/macro_values.h"
#include "lang/bridge/names.h"
#include "lang/bridge/native_call.h"
#include "lang/bridge/type_facts.h"
#include "lang/bridge/views.h"
#include "lang/vm/vm.h"

namespace elle::lang {

// One `load-header-with-lib`, or a library opened alone.
struct LoadedLibrary {
  std::string name{};    // what names are reached by: `sqlite/sqlite3_open` with `:as sqlite`; "" when only loaded
  std::string header{};  // as asked for; "" for a library without one
  core::HeaderRequest request{};  // with what it takes to read the header again
  std::string package{};          // that use-library found it by
  bool from_cache = false;        // rather than parsed
  std::string change_told{};      // what was said last of its change on the disk
  std::shared_ptr<core::Library> library{};
  std::vector<std::string> paths{};  // of all the libraries the header belongs to
  // Null for a library without a header.
  std::shared_ptr<const core::DeclarationsFile> file{};
  std::shared_ptr<core::TypeLoader> types{};
  std::shared_ptr<core::HeaderAddresses> header_addresses{};
  std::shared_ptr<LibraryMacros> macros{};  // made when a macro is first evaluated
};

class Bridge : public NativeSide, private core::Machine {
 public:
  explicit Bridge(VM& vm);
  ~Bridge() override;
  Bridge(const Bridge&) = delete;
  Bridge& operator=(const Bridge&) = delete;

  // The bridge of a session, from the Runtime that builtins get.
  static Bridge& of(Runtime& runtime) { return *runtime.bridge; }

  void define_builtins();

  VM& vm;
  Runtime& runtime;
  core::TypeTable types;
  TypeFactsCache facts{types};
  core::CCompiler compiler;
  const std::shared_ptr<core::HandOver> hand_over;
  LispThread& own_thread;  // of whoever uses the session
  LispThread* thread;      // the one that runs; another does only when this one is away, or yields
  core::CallbackTable callback_entries;
  Callbacks callbacks;
  CInline c_inline;
  Names names;
  Views views;
  core::GirTexts gir_texts;
  Families families{*this};
  Installed installed;
  NameIndex name_index;
  std::deque<LoadedLibrary> libraries;
  std::deque<LoadedLibrary> retired;  // what headers said before they were read again: values are still of its types
  // What define-c-struct, define-c-union and define-enum made, by name; the last one of a name counts.
  std::unordered_map<std::string, core::TypeId> script_types;
  // C texts that were read as types before, such as `const int *`. Only those without names in them: what a name stands
  // for changes as a script goes on. A comparator that casts its arguments reads two a call.
  std::unordered_map<std::string, core::TypeId> types_without_names;

  Result<const core::CallPlan*> plan(core::TypeId function, std::span<const core::TypeId> extra = {}) {
    return runtime.lift(core_plan(function, extra));
  }
  core::Result<const core::CallPlan*> core_plan(core::TypeId function, std::span<const core::TypeId> extra = {}) {
    return plans_->plan(function, extra);
  }

  // A callable for a C function at `address`. `parameter_names` may be shorter than the parameters.
  Value make_native_function(std::string name, void* address, const core::CallPlan* plan,
                             std::vector<std::string> parameter_names);

  // A callable for a function-like macro of the library.
  Value make_macro_function(LoadedLibrary& library, const core::Declaration& macro);
  // REQUIRES: the library has a header.
  LibraryMacros& macros_of(LoadedLibrary& library);

  // A copy of `text`, NUL-terminated, that C may refer to as long as the session lives. Asked again, the same address.
  const char* constant_text(std::string_view text) { return constant_texts_.emplace(text).first->c_str(); }

  // The function at `address`, called as one of this function type. Asked again, the same value.
  Result<Value> typed_function(const std::string& name, void* address, core::TypeId function);

  // NativeSide.
  bool run(void (*body)(void*), void* context) override;
  Failed fault_failure() override;
  Result<core::Done> raise_failure_of_others() override;
  Result<Value> function_behind(Value pointer) override;

  // The session does something, on its own thread: callbacks of others wait until that lets them. It does so from the
  // start, until the first end_work().
  void begin_work();
  void end_work();
  class Work {
   public:
    explicit Work(Bridge& bridge) : bridge_(bridge) { bridge.begin_work(); }
    ~Work() { bridge_.end_work(); }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

   private:
    Bridge& bridge_;
  };
  // From now on no thread but the session's own one gets in, now or ever.
  void close();

  // A callback of another thread has failed: raised on the session's own one when that comes back from C or gets to a
  // safepoint, or reported at once when the session does nothing.
  void deliver(Failure failure, const std::string& callback);
  // What was delivered and not raised, cleared: nothing if there is none.
  std::optional<Failed> take_delivered();
  // How `deliver` reports. Set by the session.
  std::function<void(Failure)> show_failure;
  // Whether `exit` or an interrupt is on its way.
  bool stops_callbacks() const { return thread->failures.stops_callbacks() || own_thread.failures.stops_callbacks(); }

  // An interrupt for the callbacks that other threads are in. REQUIRES: the session works.
  void interrupt_others();
  // For signal handlers: see Session.
  static const char* native_function_here();
  static void abandon_native_call(const void* context, bool by_force) {
    core::FaultGuard::abandon_native_call(context, by_force);
  }

  // True after a fault inside C, or when it was left in the middle.
  bool tainted() const { return tainted_; }

  // A type while its parts are read, which may refer to it by its name.
  class Definition {
   public:
    Definition(Bridge& bridge, std::string_view name, core::TypeId type) : bridge_(bridge) {
      bridge.defining_ = {std::string(name), type};
    }
    ~Definition() { bridge_.defining_ = {}; }
    Definition(const Definition&) = delete;
    Definition& operator=(const Definition&) = delete;

   private:
    Bridge& bridge_;
  };
  // The type that a script gave this name; kNoType when none did.
  core::TypeId script_type(std::string_view name) const;

  // What the last call that failed said, for `(ffi-last-error)`.
  void remember(Failure failure);
  std::string last_error;

  std::string cache_path() const;
  core::Result<std::string> cache_list() const;
  core::Result<std::string> cache_clear() const;

 private:
  // Machine.
  std::unique_ptr<core::Seat> make_seat() override;
  void ask_to_yield() override { vm.ask_to_yield(); }
  void switch_threads(core::Seat& from, core::Seat& to) override;

  Value function_value(NativeEntry enter, NativeTarget& target, std::string_view name);
  Failed abandoned_failure(const core::FaultReport& report);
  std::string arguments_text(const NativeCall& call) const;

  bool works_ = true;  // false while the session waits to be told something
  std::unique_ptr<core::Invoker> invoker_;
  std::unique_ptr<core::PlanCache> plans_;
  std::set<std::string> constant_texts_;
  std::deque<NativeCall> native_calls_;
  std::map<std::pair<void*, core::TypeId>, Value> typed_functions_;
  std::pair<std::string, core::TypeId> defining_{{}, core::kNoType};
  bool tainted_ = false;
};

}  // namespace elle::lang
