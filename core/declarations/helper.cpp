// The key of a cache entry is what was asked for and the identity of the program that reads it; whether the headers are
// still the same is not part of it but is asked of the entry (freshness.cpp). So a changed header replaces its entry,
// where a key with all inputs would leave the old one behind for ever.
//
// The helper writes its output itself, under a fresh name and then renamed: this process may be killed at any point,
// and two of them may want the same entry.
#include "core/declarations/helper.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/declarations/header_cache.h"

namespace elle::core {

using LoadedFile = std::shared_ptr<const DeclarationsFile>;

Helper::Helper(std::string program, const LoaderOptions& options)
    : program_(std::move(program)),
      options_(options),
      folder_(options.cache_folder.empty() ? default_cache_folder() : options.cache_folder) {}

// The cache entry of an errand; "" without a cache.
std::string Helper::entry(const Errand& errand) const {
  if (folder_.empty()) return {};
  std::string key = errand.request + file_identity(program_) + errand.key;
  return fmt::format("{}/{}-{:016x}.decl", folder_, errand.name, hash_text(key));
}

LoadedFile Helper::from_cache(const Errand& errand) const {
  std::string path = entry(errand);
  if (path.empty()) return nullptr;
  auto file = DeclarationsFile::open(path);
  bool usable = file.ok() && file.value()->request() == errand.request && file.value()->up_to_date();
  return usable ? file.take() : nullptr;
}

Result<LoadedFile> Helper::make(const Errand& errand) {
  if (options_.making) options_.making();
  if (can_keep(folder_)) {
    auto made = run(errand, entry(errand));
    // The folder may turn out not to take the file after all: the disk is full, say.
    if (made.ok() || made.error()->kind != ErrorKind::kIo) return made;
  }
  return make_uncached(errand);
}

// Into a file nobody else sees, which is gone as soon as it is mapped.
Result<LoadedFile> Helper::make_uncached(const Errand& errand) {
  if (options_.note)
    options_.note(fmt::format("The cache folder `{}` cannot be written, so {} will be parsed again next time.", folder_,
                              errand.material));
  TemporaryFolder folder = TRY(TemporaryFolder::make());
  return run(errand, folder.path() + "/declarations");
}

Result<LoadedFile> Helper::run(const Errand& errand, const std::string& output) {
  ChildProcess child;
  child.arguments = {program_, output};
  child.arguments.insert(child.arguments.end(), errand.arguments.begin(), errand.arguments.end());
  child.environment = errand.environment;
  ChildOutcome outcome = TRY(run_watched(std::move(child), options_, fmt::format("Reading {}", errand.material)));
  material_at_fault_ = outcome.signal == 0 && outcome.exit_status == kMaterialAtFault;
  TRY(check(errand, outcome));
  return DeclarationsFile::open(output);
}

Result<Done> Helper::check(const Errand& errand, const ChildOutcome& outcome) const {
  if (outcome.timed_out) {
    auto seconds = std::chrono::duration_cast<std::chrono::seconds>(options_.timeout).count();
    return fail(errand.at_fault,
                fmt::format("Reading {} took longer than {} s and was stopped.", errand.material, seconds),
                errand.advice, {{"path", errand.path}});
  }
  if (outcome.signal != 0)
    return fail(
        errand.at_fault,
        fmt::format("{} crashed ({}) while it read {}.", errand.helper, strsignal(outcome.signal), errand.material),
        errand.advice, {{"path", errand.path}});
  if (outcome.exit_status == kWritten) return Done{};
  size_t end = outcome.output.find('\0');
  if (end == std::string::npos)
    return fail(errand.at_fault,
                fmt::format("{} `{}` failed with status {}: {}", errand.helper, program_, outcome.exit_status,
                            trim(outcome.errors)),
                {}, {{"path", errand.path}});
  const std::string_view behind = std::string_view(outcome.output).substr(end + 1);
  const size_t step = std::min(behind.find('\0'), behind.size());
  const std::string_view fields = behind.substr(std::min(step + 1, behind.size()));
  ErrorKind kind = outcome.exit_status == kCannotWrite ? ErrorKind::kIo : errand.at_fault;
  return fail(kind, outcome.output.substr(0, end), std::string(behind.substr(0, step)), fields_from(fields));
}

Result<ChildOutcome> run_watched(ChildProcess child, const LoaderOptions& options, const std::string& about) {
  std::chrono::milliseconds taken{0};
  bool stopped = false;
  child.timeout = options.timeout;
  if (options.watch)
    child.goes_on = [&](std::chrono::milliseconds time) {
      taken = time;
      stopped = stopped || !options.watch({about, time, false});
      return !stopped;
    };
  auto outcome = run_child(child);
  // Ctrl-C on a terminal may have ended the program by itself, before anybody asked.
  if (options.watch) stopped = !options.watch({about, taken, true}) || stopped;
  if (stopped) return fail(ErrorKind::kInterrupt, fmt::format("Interrupted: {} was stopped.", about));
  return outcome;
}

Result<std::string> find_helper(const char* program, const char* variable, const char* role) {
  std::string given = environment(variable);
  if (!given.empty()) return given;
  std::string folder(parent_folder(program_path()));
  std::vector<std::string> tried;
  for (const char* place : {"", "../libexec/elle/", "../"}) {
    tried.push_back(fmt::format("{}/{}{}", folder, place, program));
    if (::access(tried.back().c_str(), X_OK) == 0) return tried.back();
  }
  return fail(ErrorKind::kHeader, fmt::format("The {} `{}` was not found; tried {}.", role, program, join(tried, ", ")),
              fmt::format("Set {} to where it is, or install Elle again.", variable), {{"path", program}});
}

void end_helper(const Result<Done>& done) {
  if (done.ok()) ::_exit(kWritten);
  const Error& error = *done.error();
  std::fwrite(error.message.data(), 1, error.message.size(), stdout);
  std::fputc(0, stdout);
  std::fputs(error.next_step.c_str(), stdout);
  std::fputc(0, stdout);
  const std::string fields = fields_text(error.fields);
  std::fwrite(fields.data(), 1, fields.size(), stdout);
  std::fflush(stdout);
  ::_exit(error.kind == ErrorKind::kIo ? kCannotWrite : kMaterialAtFault);
}

}  // namespace elle::core
