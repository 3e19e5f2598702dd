// What `elle-debug-info` is asked, and what people are told when it cannot answer.
#include "core/declarations/debug_info_loader.h"

#include <cstdlib>
#include <fmt/format.h>

#include "core/base/file.h"

namespace elle::core {
namespace {

// Relative paths mean different files elsewhere.
std::string real_path(const std::string& path) {
  std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  return real ? std::string(real.get()) : path;
}

}  // namespace

std::string debug_info_request(const std::string& path) { return fmt::format("library {}\n", path); }

Result<std::shared_ptr<const DeclarationsFile>> load_debug_info(const std::string& path, const LoaderOptions& options) {
  std::string real = real_path(path);
  Errand errand;
  errand.request = debug_info_request(real);
  errand.name = file_name(real);
  errand.arguments = {real};
  errand.environment = {{"DEBUGINFOD_URLS", ""}};  // what is installed counts; nothing is fetched unasked
  errand.path = real;
  errand.material = fmt::format("the debug information of `{}`", real);
  errand.helper = "The reader of debug information";
  errand.advice = "The file may be damaged; build it again, or install its package again.";
  errand.at_fault = ErrorKind::kLibrary;
  Helper helper(options.parser.empty()
                    ? TRY(find_helper("elle-debug-info", "ELLE_DEBUG_INFO", "reader of debug information"))
                    : options.parser,
                options);
  if (auto cached = helper.from_cache(errand)) return cached;
  return helper.make(errand);
}

}  // namespace elle::core
