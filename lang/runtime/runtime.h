// Runtime: everything a session has except the machine that runs code. Builtins that cannot re-enter Lisp get this one.
#pragma once

#include <atomic>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lang/heap/heap.h"
#include "lang/heap/module.h"
#include "lang/runtime/expansions.h"
#include "lang/runtime/name_finding.h"
#include "lang/runtime/random.h"
#include "lang/runtime/source_map.h"
#include "lang/runtime/symbol_table.h"
#include "lang/runtime/turn.h"
#include "lang/runtime/value_display.h"
#include "lang/text/output.h"
#include "lang/value/builtin.h"
#include "lang/value/result.h"
#include "lang/value/view_access.h"

namespace elle::lang {

using core::ErrorKind;

struct Screen;  // lang/print/page.h

// Finds names that no module defines: the functions and constants of loaded headers. Implemented by lang/bridge.
class NameResolver {
 public:
  virtual ~NameResolver() = default;
  struct Resolution {
    // kUnbound when nothing has that name, or a failure that says why it is there but cannot be used.
    Result<Value> value = make_value(Tag::kUnbound, 0);
    bool constant = false;  // the same at every mention, so that it need not be asked for again
  };
  virtual Resolution resolve(VM& vm, Symbol* name) = 0;
  // Gives a variable of C another value. False when no header has that name; a failure for what is no variable, or
  // const, and for values it cannot hold.
  virtual Result<bool> assign(Symbol* name, Value value) = 0;
  // Names near `name`, best first, for "did you mean".
  virtual std::vector<std::string> nearest(std::string_view name, size_t limit) = 0;
  // What the headers say of `name`, whole lines laid out for `screen`; nothing when they do not have it.
  virtual std::optional<std::string> describe(std::string_view name, const Screen& screen) = 0;
  // Of a name that nothing has: what the headers know of it all the same, as whole sentences and what to do about it.
  struct Absence {
    std::string reason;
    std::string next_step;
  };
  virtual std::optional<Absence> absence(std::string_view name) = 0;
  // Adds the names that answer the query, without what is to be said of them.
  virtual void search(NameQuery& query, std::vector<NameFinding>& findings) = 0;
  // Says of one of those what it is, or why it cannot be used.
  virtual void tell(NameFinding& finding) = 0;
  // What has changed on the disk since it was loaded, as sentences; each is told once.
  virtual std::vector<std::string> changes() = 0;
  // Loads again what has changed; only what is called `name`, unless that is empty. Whole lines that say what became of
  // it; nothing when nothing is called so.
  virtual Result<std::optional<std::string>> reload(std::string_view name) = 0;
};

// What a script can do about an error of kind :memory.
inline constexpr std::string_view kNextStepWithoutMemory =
    "Work on less at a time, and set what is no longer needed to nil.";

struct BridgeContext;
class Loader;      // lang/load/loader.h
class Transcript;  // lang/load/transcript.h
class Rooted;
class RegexCache;  // lang/text/regex.h

class Runtime {
 public:
  Runtime();
  ~Runtime();

  Heap heap;
  SymbolTable symbols;
  SourceMap sources;
  Output* out = nullptr;  // never null once a session runs
  Output* error_out = nullptr;
  NameResolver* resolver = nullptr;
  BridgeContext* bridge = nullptr;   // the door to C; null in a session without one
  Loader* loader = nullptr;          // of source files; null until it is made
  Transcript* transcript = nullptr;  // of what was evaluated; null in a session that keeps none
  Expansions expansions;
  std::vector<Cell*> header_cells;  // those with kHeader: what a header says, until it is read again
  ViewAccess* views = nullptr;      // null until the bridge sets it, as is the next
  ValueDisplay* c_display = nullptr;
  Random random;
  std::unique_ptr<RegexCache> regexes;
  Module* prelude = nullptr;           // the language's own names
  Module* current_module = nullptr;    // of the form that runs: where `eval` looks names up
  Value last_error = nil();            // that nothing caught, for `(backtrace)`
  Value last_error_of_c = nil();       // the message of the last one raised, for `(ffi-last-error)`
  Value expanding = nil();             // the call of the macro that runs, whose form knows its place; nil outside
  std::vector<std::string> arguments;  // of the script
  Turn* turn = nullptr;                // of the thread that runs; null in a session without a bridge

  // Values from C++ data.
  Value string(std::string_view text) { return object_value(Tag::kString, heap.string(text)); }
  Value symbol(std::string_view text) { return object_value(Tag::kSymbol, symbols.intern(text)); }
  Value keyword(std::string_view text) { return object_value(Tag::kKeyword, symbols.intern_keyword(text)); }
  Value cons(Value head, Value tail) { return object_value(Tag::kPair, heap.pair(head, tail)); }
  Value list(std::initializer_list<Value> items);
  Value vector(const std::vector<Value>& items);
  Value opaque(std::unique_ptr<OpaqueBody> body) { return object_value(Tag::kOpaque, heap.opaque(std::move(body))); }

  // return rt.fail(ErrorKind::kRange, "Index 7 is past the end of a vector of 3 items.", "Use (count v).");
  Failed fail(ErrorKind kind, std::string_view message, std::string_view next_step = {});
  // With fields, which become the data of the error. The one place where it is said that an error is of C
  // (`ffi-error?`): those of the kinds that are C's alone are, and those of other kinds that have fields.
  //     return rt.fail({ErrorKind::kType, "…", "", {{"expected", "int *"}, {"got", "nil"}}});
  Failed fail(const core::Error& error);
  // The failure with `span` as its place, if it has none yet.
  static Failed at(Failed failure, Span span);
  // Any value thrown by a script.
  Failed thrown(Value value);
  // The Lisp value that `catch` binds.
  static Value thrown_value(Failure failure);

  static bool is_of_kind(Failure failure, ErrorKind kind);
  static bool is_interrupt(Failure failure);
  // False for an interrupt and for `exit`, which pass by `catch` but not by `finally`.
  bool catchable(Failure failure) const;

  // A core result as one of ours: TRY(rt.lift(library.symbol("x"))).
  template <class T>
  Result<T> lift(core::Result<T> result) {
    if (result.ok()) return result.take();
    return fail(*result.error());
  }

  // For whoever takes memory by a size that a script names, `count` things of `bytes_each`: fails when there is none,
  // and so before anything has happened. Small sizes are there.
  Result<core::Done> expect_memory(uint64_t count, uint64_t bytes_each = 1);
  // Whether what failed so last could succeed once garbage is collected; forgotten with the answer.
  bool take_worth_collecting() { return std::exchange(worth_collecting_, false); }

  // "Argument 2 of `get` is 5, but a list or a map is expected." `index` from 0.
  Failed wrong_argument(Args args, uint32_t index, std::string_view expected);
  // The same as an error of C: for what takes C's memory, functions and types.
  Failed wrong_c_argument(Args args, uint32_t index, std::string_view expected);

  // Names near `name` that `module` can see, best first: its own, the language's, those of loaded headers.
  std::vector<std::string> nearest_names(const Module& module, std::string_view name, size_t limit) const;

  // Adds a table of builtins to the prelude.
  void define_builtins(std::span<const BuiltinEntry> entries);
  void define_constant(std::string_view name, Value value, std::string_view docstring);

  // Extra roots, marked at each collection: `register_roots(this, …)` in a constructor, `unregister_roots` in the
  // destructor.
  using RootMarker = std::function<void(Marker&)>;
  void register_roots(const void* owner, RootMarker marker);
  void unregister_roots(const void* owner);
  void mark_roots(Marker& marker);

  // What belongs to one thread alone: kept while others run.
  struct Thread {
    Rooted* rooted = nullptr;
    Module* module = nullptr;  // the current one
    Value expanding = nil();
    Turn* turn = nullptr;
  };
  Thread thread() const { return {rooted_, current_module, expanding, turn}; }
  void go_on_with(const Thread& thread);
  static void mark(const Thread& thread, Marker& marker);

  // A fault in C jumps out of C++ scopes without leaving them; the innermost Rooted is put back to what it was.
  Rooted* innermost_rooted() const { return rooted_; }
  void restore_rooted(Rooted* rooted) { rooted_ = rooted; }

 private:
  friend class Rooted;
  Cell* define_in_prelude(std::string_view name, Value value);

  Rooted* rooted_ = nullptr;
  bool worth_collecting_ = false;
  std::vector<std::pair<const void*, RootMarker>> root_markers_;
};

// A value that the collector must not free while this C++ scope lasts. Scopes nest.
class Rooted {
 public:
  explicit Rooted(Runtime& runtime, Value initial = nil()) : value(initial), runtime_(runtime), next_(runtime.rooted_) {
    runtime.rooted_ = this;
  }
  ~Rooted() { runtime_.rooted_ = next_; }
  Rooted(const Rooted&) = delete;
  Rooted& operator=(const Rooted&) = delete;

  Value value;

 private:
  friend class Runtime;
  Runtime& runtime_;
  Rooted* next_;
};

}  // namespace elle::lang
