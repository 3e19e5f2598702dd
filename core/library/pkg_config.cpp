// Flags are put together by pkg-config itself, which knows what a package requires. Its files are read here only for
// what it does not tell: which package a library or a header belongs to, without starting a process for each of
// hundreds.
#include "core/library/pkg_config.h"

#include <cstdlib>
#include <fmt/format.h>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/base/child_process.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/library/package_advice.h"

namespace elle::core {
namespace {

constexpr std::chrono::seconds kTimeout{10};

using Variables = std::unordered_map<std::string, std::string>;

// `${name}` by its value; one that is not defined is left out, as pkg-config does.
std::string with_variables(std::string_view text, const Variables& variables) {
  std::string whole;
  while (!text.empty()) {
    size_t open = text.find("${"), close = open == std::string_view::npos ? open : text.find('}', open);
    whole += text.substr(0, close == std::string_view::npos ? text.size() : open);
    if (close == std::string_view::npos) break;
    auto found = variables.find(std::string(text.substr(open + 2, close - open - 2)));
    if (found != variables.end()) whole += found->second;
    text.remove_prefix(close + 1);
  }
  return whole;
}

std::vector<std::string> words_with(std::string_view option, std::string_view text) {
  std::vector<std::string> words;
  for (const std::string& word : flag_words(text))
    if (word.starts_with(option)) words.push_back(word.substr(option.size()));
  return words;
}

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

std::vector<std::string> flag_words(std::string_view text) {
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

Result<PcFile> read_pc_file(const std::string& path) {
  std::string text = TRY(read_file(path));
  PcFile file;
  Variables variables = {{"pcfiledir", std::string(parent_folder(path))}};
  for (const std::string& line : split(text, '\n')) {
    size_t mark = line.find_first_of("=:");
    if (mark == std::string::npos || line[0] == '#') continue;
    std::string name(trim(std::string_view(line).substr(0, mark)));
    std::string value = with_variables(trim(std::string_view(line).substr(mark + 1)), variables);
    if (line[mark] == '=')
      variables[name] = value;
    else if (name == "Version")
      file.version = value;
    else if (name == "Description")
      file.description = value;
    else if (name == "Libs")
      file.libraries = words_with("-l", value);
    else if (name == "Cflags" || name == "CFlags")
      file.include_folders = words_with("-I", value);
  }
  return file;
}

void sort_flags(const std::vector<std::string>& words, Package& package) {
  for (const std::string& word : words) {
    auto take = [&](std::string_view option, std::vector<std::string>& into) {
      if (!word.starts_with(option)) return false;
      into.push_back(word.substr(option.size()));
      return true;
    };
    bool known = take("-I", package.include_folders) || take("-D", package.defines) || take("-l", package.libraries);
    if (!known && !word.starts_with("-L")) package.flags.push_back(word);
  }
}

Result<std::vector<std::string>> ask_pkg_config(const std::string& name, const std::vector<std::string>& folders) {
  // It would be taken for an option.
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
