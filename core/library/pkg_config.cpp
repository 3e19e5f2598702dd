#include "core/library/pkg_config.h"

#include <cstdlib>
#include <fmt/format.h>
#include <set>

#include "core/base/child_process.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/library/package_advice.h"
#include "core/library/pc_file.h"

namespace elle::core {
namespace {

constexpr std::chrono::seconds kTimeout{10};

Result<ChildOutcome> run_pkg_config(std::vector<std::string> arguments) {
  ChildProcess child;
  child.arguments = std::move(arguments);
  child.arguments.insert(child.arguments.begin(), "pkg-config");
  child.timeout = kTimeout;
  auto outcome = run_child(child);
  if (!outcome.ok())
    return fail(ErrorKind::kLibrary, "The program `pkg-config` is not installed.", "Install the package `pkg-config`.",
                {{"path", "pkg-config"}});
  return outcome;
}

// NAME of "Package 'NAME', required by 'gtk4', not found"; "" when pkg-config complains about something else.
std::string_view required_package(std::string_view complaint) {
  constexpr std::string_view kBefore = "Package '";
  size_t end = complaint.find("', required by '");
  size_t start = complaint.rfind(kBefore, end);
  if (end == std::string_view::npos || start == std::string_view::npos) return {};
  start += kBefore.size();
  return complaint.substr(start, end - start);
}

std::string next_step(std::string_view name, const std::set<std::string>& known) {
  NearestNames near(name, 3);
  for (const std::string& candidate : known) near.offer(candidate);
  auto names = near.take();
  std::string meant = names.empty() ? std::string() : fmt::format("Did you mean {}?", quoted_choices(names));
  auto advice = advice_for_pkg_config(name);
  if (advice) return meant.empty() ? *advice : fmt::format("{} {}", *advice, meant);
  return meant.empty() ? "Install its development package, or set PKG_CONFIG_PATH." : meant;
}

Failed<std::unique_ptr<Error>> unknown_package(std::string_view name, std::string_view complaint,
                                               const std::vector<std::string>& folders) {
  std::set<std::string> known;
  for (const std::string& folder : folders)
    for (const std::string& file : folder_names(folder))
      if (file.ends_with(".pc")) known.insert(file.substr(0, file.size() - 3));
  if (known.count(std::string(name)))  // it is there; something it needs is not
    return fail(ErrorKind::kLibrary, fmt::format("The package `{}` cannot be used: {}", name, trim(complaint)),
                advice_for_pkg_config(required_package(complaint)).value_or(""), {{"path", std::string(name)}});
  return fail(ErrorKind::kLibrary,
              fmt::format("pkg-config knows no package `{}`. Folders searched: {}.", name, join(folders, ", ")),
              next_step(name, known), {{"path", std::string(name)}});
}

}  // namespace

void sort_flags(const std::vector<std::string>& words, Package& package) {
  for (const std::string& word : words) {
    auto take = [&](std::string_view option, std::vector<std::string>& into) {
      if (!word.starts_with(option)) return false;
      into.push_back(word.substr(option.size()));
      return true;
    };
    bool known = take("-I", package.include_folders) || take("-D", package.defines) ||
                 take("-L", package.library_folders) || take("-l", package.libraries);
    if (!known) package.flags.push_back(word);
  }
}

Result<std::vector<std::string>> ask_pkg_config(const std::string& name, const std::vector<std::string>& folders) {
  if (name.empty() || name[0] == '-')
    return fail(ErrorKind::kLibrary, fmt::format("`{}` is not the name of a package.", name), {}, {{"path", name}});
  ChildOutcome flags = TRY(run_pkg_config({"--cflags", "--libs", name}));
  if (flags.timed_out)
    return fail(ErrorKind::kLibrary, "`pkg-config` did not answer within ten seconds.", {}, {{"path", name}});
  if (flags.signal != 0 || flags.exit_status != 0) return unknown_package(name, flags.errors, folders);
  return flag_words(flags.output);
}

std::vector<std::string> pkg_config_folders() {
  std::vector<std::string> folders = split(environment("PKG_CONFIG_PATH"), ':');
  std::string own = environment("PKG_CONFIG_LIBDIR");
  if (!std::getenv("PKG_CONFIG_LIBDIR")) {
    auto outcome = run_pkg_config({"--variable=pc_path", "pkg-config"});
    if (outcome.ok()) own = trim(outcome.value().output);
  }
  for (const std::string& folder : split(own, ':')) folders.push_back(folder);
  return folders;
}

}  // namespace elle::core
