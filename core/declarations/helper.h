// A program of its own that writes a declarations file: elle-headers out of headers, elle-debug-info out of a library.
// Whatever happens to it is an error value here, and what it wrote is kept in the cache until its inputs change.
//
// Any number of processes may load at once: a cache entry appears whole (written aside, then renamed) or not at all.
//
// What the two programs agree on:
//
//     PROGRAM OUTPUT ARGUMENT…    writes the file OUTPUT, and nothing else of ours
//     exit status                 HelperExit
//     standard output             for kMaterialAtFault and kCannotWrite: the message, a 0 byte, the next step
//     standard error              for people who run it by hand; shown only when the status is none of these
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/child_process.h"
#include "core/base/result.h"
#include "core/declarations/declarations_file.h"

namespace elle::core {

// What a program does for us, for people who wait for it.
struct LongWork {
  std::string about;  // "Reading `gtk/gtk.h`"
  std::chrono::milliseconds taken;
  bool is_over;
};

// Surroundings of a load; the defaults are right for a program run by a person.
struct LoaderOptions {
  std::string cache_folder;  // empty: $ELLE_CACHE, else $XDG_CACHE_HOME/elle, else ~/.cache/elle
  std::string parser;        // the helper program; empty: see find_helper()
  std::chrono::milliseconds timeout{60'000};
  // Called some times a second while a program works, and once when it has ended. False: stop it.
  std::function<bool(const LongWork&)> watch;
  // Called when the cache has nothing current, before each run.
  std::function<void()> making;
  // Called with what a person should know but that stops nothing: a cache folder that cannot be written.
  std::function<void(const std::string&)> note;
};

// One file to be made.
struct Errand {
  std::string request;                 // what the file keeps of it (InfoRow); part of the cache key
  std::string key;                     // whatever else tells this errand from others
  std::string name;                    // the cache entry's name begins with it
  std::vector<std::string> arguments;  // behind the output's path
  std::vector<std::pair<std::string, std::string>> environment;

  // For people: what is read ("`gtk/gtk.h`"), who reads it ("The header parser"), what to try when that fails, and the
  // kind of error it is when the material is at fault; for programs, `path`: what is read.
  std::string path;
  std::string material;
  std::string helper;
  std::string advice;
  ErrorKind at_fault = ErrorKind::kHeader;
};

class Helper {
 public:
  // `options` is borrowed.
  Helper(std::string program, const LoaderOptions& options);

  const std::string& cache_folder() const { return folder_; }

  // Nothing when there is no current entry.
  std::shared_ptr<const DeclarationsFile> from_cache(const Errand& errand) const;
  // Runs the program. An error says what the program says; that it crashed, hung, or what became of it else.
  Result<std::shared_ptr<const DeclarationsFile>> make(const Errand& errand);
  // Whether the last make() failed for what it was given to read.
  bool material_at_fault() const { return material_at_fault_; }

 private:
  std::string entry(const Errand& errand) const;
  Result<std::shared_ptr<const DeclarationsFile>> make_uncached(const Errand& errand);
  Result<std::shared_ptr<const DeclarationsFile>> run(const Errand& errand, const std::string& output);
  Result<Done> check(const Errand& errand, const ChildOutcome& outcome) const;

  std::string program_;
  const LoaderOptions& options_;
  std::string folder_;
  bool material_at_fault_ = false;
};

// Runs a program with the options' limit on its time and under the eyes of who watches, if somebody does. An error of
// kind `interrupt` when they had it stopped.
Result<ChildOutcome> run_watched(ChildProcess child, const LoaderOptions& options, const std::string& about);

// What the variable says, else the program beside the running one, in ../libexec/elle (installed), or in the folder
// above (a test in a build tree). `role` is what people call it: "header parser".
Result<std::string> find_helper(const char* program, const char* variable, const char* role);

// How a helper ends. At kMaterialAtFault and kCannotWrite a message, the next step and the error's fields stand on its
// standard output, with a 0 byte between.
enum HelperExit : int { kWritten = 0, kMaterialAtFault = 1, kBadUsage = 2, kCannotWrite = 3 };

// Ends a helper as its caller expects, running no destructors: taking everything apart would only take time.
[[noreturn]] void end_helper(const Result<Done>& done);

}  // namespace elle::core
