// Session: one Lisp, from the outside. A prompt, a script runner, a language server or a kernel sits on this and needs
// nothing else of lang or core. Several sessions can live in one process; each is used by one thread at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/complete/completions.h"
#include "lang/text/output.h"

namespace elle::lang {

struct SessionOptions {
  Output* out = nullptr;               // what scripts print; never null
  Output* error_out = nullptr;         // notes and warnings; never null
  std::vector<std::string> arguments;  // what `(arguments)` returns
  bool interactive = false;            // a person types each text: *1 *2 *3 *e are there, values are shown at length
};

// What became of a text.
struct Outcome {
  enum class Status : uint8_t {
    kDone,        // every form ran
    kUnfinished,  // the text just stops; more input could complete it. Nothing ran.
    kFailed,      // `report` says what and where; forms before the failing one have run
    kExit,        // the script called (exit n)
  };
  Status status = Status::kDone;
  int exit_status = 0;  // with kExit
  // kDone: the last value as it is written, or in an interactive session as its reader's screen shows it; empty when
  // there is none to show (nil).
  std::string value;
  std::string report;  // kFailed: whole lines, in colour where SessionOptions::error_out has it
};

class Session {
 public:
  static std::unique_ptr<Session> create(SessionOptions options);
  // For a host that is refused memory of its own: says so on standard error and ends the process with status 1.
  [[noreturn]] static void end_without_memory();
  virtual ~Session() = default;

  // Reads and runs `text`. `name` appears in places: a file name, or "<prompt 3>".
  virtual Outcome evaluate(std::string_view text, const std::string& name) = 0;
  // Reads and runs a file as a module of its own; the report of an unreadable or binary file says so.
  virtual Outcome run_file(const std::string& path) = 0;
  // Reads and compiles without running (macro definitions excepted); the report lists every problem.
  virtual Outcome check(std::string_view text, const std::string& name) = 0;

  // What could stand at `cursor`, a byte offset in the text being typed. Runs nothing of it.
  virtual Completions complete(std::string_view text, size_t cursor) = 0;
  // The signature of the innermost call around `cursor`; nothing when it is not known. Runs nothing, and is quick
  // enough for every key.
  virtual std::optional<Hint> hint(std::string_view text, size_t cursor) = 0;
  // The documentation of a name, laid out for where the session's output goes; nothing when nothing has that name.
  virtual std::optional<std::string> describe(std::string_view name) = 0;
  // The text of a topic of `(help)`, of the list of topics when it is empty; kFailed when there is no such topic, with
  // a report of one sentence or two.
  virtual Outcome help(std::string_view topic) = 0;
  // Names close to one that was not found, best first.
  virtual std::vector<std::string> nearest(std::string_view name) = 0;

  // Stops the running evaluation with an error at its next safepoint. Safe in a signal handler and from other threads.
  virtual void interrupt() = 0;
  // The same for what callbacks on other threads run while the session itself does nothing.
  virtual void interrupt_callbacks() = 0;
  // The C function that runs on the calling thread, null when none does. Safe in a signal handler.
  virtual const char* native_function() const = 0;
  // In a signal handler that was installed with SA_NODEFER: leaves that function where it stands, which taints the
  // session, and does not return. It does return when C is in the middle of what must not be left: ask again soon, or
  // `by_force`. `context` is the handler's third argument.
  virtual void abandon_native(const void* context, bool by_force) = 0;
  // True after a fault inside a C library: its state may be damaged.
  virtual bool tainted() const = 0;

  // What a person at a prompt should know after an evaluation, a line each and each once: definitions that are stale
  // because a macro in them was redefined, headers, libraries and files that have changed since they were loaded.
  virtual std::vector<std::string> notices() = 0;

  // The cache of parsed headers: a table for people, one line an entry; its folder; removal of all entries, which
  // returns how many there were. Errors come as kFailed.
  virtual std::string cache_path() = 0;
  virtual Outcome cache_list() = 0;
  virtual Outcome cache_clear() = 0;
};

// "0.1.0"
std::string_view version();

}  // namespace elle::lang
