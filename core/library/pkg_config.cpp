#include "core/library/pkg_config.h"

#include <fmt/format.h>
#include <set>

#include "core/base/child_process.h"
#include "core/base/file.h"
#include "core/base/text.h"

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
    return fail(ErrorKind::kLibrary, "The program `pkg-config` is not installed.", "Install the package `pkg-config`.");
  return outcome;
}

// Splits at blanks; a backslash takes the next letter as it is, as pkg-config writes blanks in paths.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (size_t i = 0; i <= text.size(); i++) {
    bool end = i == text.size() || text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    if (end && !word.empty()) words.push_back(std::exchange(word, {}));
    if (end) continue;
    if (text[i] == '\\' && i + 1 < text.size()) i++;
    word += text[i];
  }
  return words;
}

void sort_flag(const std::string& flag, Package& package) {
  auto take = [&](std::string_view option, std::vector<std::string>& into) {
    if (!flag.starts_with(option)) return false;
    into.push_back(flag.substr(option.size()));
    return true;
  };
  bool known = take("-I", package.include_folders) || take("-D", package.defines) ||
               take("-L", package.library_folders) || take("-l", package.libraries);
  if (!known) package.flags.push_back(flag);
}

Failed<std::unique_ptr<Error>> unknown_package(std::string_view name, std::string_view complaint) {
  std::vector<std::string> folders = package_folders();
  std::set<std::string> known;
  for (const std::string& folder : folders)
    for (const std::string& file : folder_names(folder))
      if (file.ends_with(".pc")) known.insert(file.substr(0, file.size() - 3));
  if (known.count(std::string(name)))  // it is there; something it needs is not
    return fail(ErrorKind::kLibrary, fmt::format("The package `{}` cannot be used: {}", name, trim(complaint)));
  NearestNames near(name, 3);
  for (const std::string& candidate : known) near.offer(candidate);
  auto names = near.take();
  return fail(ErrorKind::kLibrary,
              fmt::format("pkg-config knows no package `{}`. Folders searched: {}.", name, join(folders, ", ")),
              names.empty() ? "Install its development package, or set PKG_CONFIG_PATH."
                            : fmt::format("Did you mean {}?", quoted_choices(names)));
}

}  // namespace

std::vector<std::string> package_folders() {
  auto outcome = run_pkg_config({"--variable=pc_path", "pkg-config"});
  std::vector<std::string> folders = split(environment("PKG_CONFIG_PATH"), ':');
  if (!outcome.ok()) return folders;
  for (const std::string& folder : split(trim(outcome.value().output), ':')) folders.push_back(folder);
  return folders;
}

Result<Package> pkg_config(std::string_view name) {
  std::string text(name);
  if (text.empty() || text[0] == '-')
    return fail(ErrorKind::kLibrary, fmt::format("`{}` is not the name of a package.", text));
  ChildOutcome flags = TRY(run_pkg_config({"--cflags", "--libs", text}));
  if (flags.timed_out) return fail(ErrorKind::kLibrary, "`pkg-config` did not answer within ten seconds.");
  if (flags.signal != 0 || flags.exit_status != 0) return unknown_package(name, flags.errors);
  ChildOutcome version = TRY(run_pkg_config({"--modversion", text}));
  Package package;
  package.name = text;
  package.version = trim(version.output);
  for (const std::string& flag : words_of(flags.output)) sort_flag(flag, package);
  return package;
}

}  // namespace elle::core
