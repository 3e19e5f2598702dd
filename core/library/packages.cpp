// pkg-config's answers and when they stop being true. A folder's time of change says whether packages came or went, a
// .pc file's whether this one was replaced, the environment whether pkg-config would look elsewhere: while all three
// stand, asking again would give the same words.
#include "core/library/packages.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <set>
#include <tuple>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/library/library_search.h"

extern char** environ;

namespace elle::core {
namespace {

// Of the variables that change what pkg-config says, whatever their order.
uint64_t environment_hash() {
  std::set<std::string_view> settings;
  for (char** entry = environ; *entry; entry++)
    if (std::string_view(*entry).starts_with("PKG_CONFIG_")) settings.insert(*entry);
  std::string text;
  for (std::string_view setting : settings) text.append(setting) += '\0';
  return hash_text(text);
}

// A path as it is now. What changed a moment ago may change again without its time telling: such a time is left out,
// so that it is never found to be the same.
WatchedPath watch(const std::string& path) {
  constexpr uint64_t kMoment = 20'000'000, kNever = 1;
  auto status = file_status(path);
  auto now =
      static_cast<uint64_t>(std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count());
  uint64_t time = status ? status->mtime_ns : 0;
  return {path, time + kMoment >= now ? kNever : time};
}

bool unchanged(const WatchedPath& watched) {
  auto status = file_status(watched.path);
  return (status ? status->mtime_ns : 0) == watched.mtime_ns;
}

std::string why_stale(const PackageAnswers& answers) {
  if (answers.environment != environment_hash()) return "the PKG_CONFIG_* variables are others";
  for (const WatchedPath& folder : answers.folders)
    if (!unchanged(folder)) return fmt::format("`{}` has changed", folder.path);
  return {};
}

// "SDL2" and "SDL2-2.0", "glib" and "glib-2.0".
bool is_versioned(std::string_view versioned, std::string_view bare) {
  return versioned.size() > bare.size() + 1 && versioned.starts_with(bare) && versioned[bare.size()] == '-' &&
         is_version(versioned.substr(bare.size() + 1));
}

// How well the library that a script names is meant by `-l`LINKED: 2 exactly, 1 but for a version, 0 not.
int library_fit(std::string_view linked, std::string_view stem) {
  if (linked == stem) return 2;
  return is_versioned(linked, stem) || is_versioned(stem, linked) ? 1 : 0;
}

// Every package file of the folders; the first of a name hides the others, as it does from pkg-config.
std::vector<std::pair<std::string, std::string>> package_files(const std::vector<std::string>& folders) {
  std::vector<std::pair<std::string, std::string>> files;
  std::set<std::string> seen;
  for (const std::string& folder : folders)
    for (const std::string& file : folder_names(folder))
      if (file.ends_with(".pc") && seen.insert(file).second)
        files.emplace_back(file.substr(0, file.size() - 3), fmt::format("{}/{}", folder, file));
  return files;
}

// The packages whose file fits (`fit` says how well, 0 not at all): the better fit, then the shorter name, first.
template <class Fit>
std::vector<std::string> fitting(const std::vector<std::string>& folders, const Fit& fit) {
  std::vector<std::tuple<int, size_t, std::string>> found;
  for (const auto& [name, path] : package_files(folders)) {
    auto file = read_pc_file(path);
    int how = file.ok() ? fit(file.value()) : 0;
    if (how > 0) found.emplace_back(-how, name.size(), name);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  for (const auto& [order, size, name] : found) names.push_back(name);
  return names;
}

std::string path_of_package(const std::string& name, const std::vector<std::string>& folders) {
  for (const std::string& folder : folders)
    if (std::string path = fmt::format("{}/{}.pc", folder, name); file_status(path)) return path;
  return {};
}

Package make_package(const std::string& name, const std::string& version, const std::vector<std::string>& flags) {
  Package package;
  package.name = name;
  package.version = version;
  sort_flags(flags, package);
  return package;
}

}  // namespace

std::string Packages::why_stale(std::string_view text) {
  auto answers = parse_package_file(text);
  return answers ? core::why_stale(*answers) : "it is damaged";
}

// What is remembered, or nothing but today's environment.
PackageAnswers& Packages::answers() {
  if (answers_) return *answers_;
  auto text =
      cache_folder_.empty() ? fail(ErrorKind::kIo, {}) : read_file(fmt::format("{}/{}", cache_folder_, kFileName));
  if (text.ok()) answers_ = parse_package_file(text.value());
  if (!answers_ || !core::why_stale(*answers_).empty()) {
    answers_ = PackageAnswers();
    answers_->environment = environment_hash();
  }
  return *answers_;
}

std::vector<std::string> Packages::folders() {
  if (answers().folders.empty())
    for (const std::string& folder : pkg_config_folders()) answers().folders.push_back(watch(folder));
  std::vector<std::string> paths;
  for (const WatchedPath& folder : answers().folders) paths.push_back(folder.path);
  return paths;
}

std::optional<Package> Packages::remembered(const std::string& name) {
  auto known = answers().packages.find(name);
  if (known == answers().packages.end() || !unchanged(known->second.file)) return std::nullopt;
  return make_package(name, known->second.version, known->second.flags);
}

Result<Package> Packages::find(const std::string& name) {
  if (auto known = remembered(name)) return *known;
  std::string path = path_of_package(name, folders());
  WatchedPath watched = watch(path);
  auto flags = TRY(ask_pkg_config(name, folders()));
  auto file = read_pc_file(path);
  std::string version = file.ok() ? file.value().version : std::string();
  if (file.ok()) {
    answers().packages[name] = {watched, version, flags};
    save();
  }
  return make_package(name, version, flags);
}

// Also that there is no owner is remembered: it is the most common answer, for libraries without a package.
template <class Fit>
std::vector<Package> Packages::owners(const std::string& owned, Effort effort, const Fit& fit) {
  auto& known = answers().owners;
  if (!known.count(owned)) {
    if (effort == Effort::kRemember) return {};
    known[owned] = fitting(folders(), fit);
    save();
  }
  std::vector<Package> packages;
  for (const std::string& name : known[owned]) {
    if (auto package = remembered(name))
      packages.push_back(*package);
    else if (auto asked = effort == Effort::kAsk ? find(name) : fail(ErrorKind::kLibrary, {}); asked.ok())
      packages.push_back(asked.take());
  }
  return packages;
}

std::vector<Package> Packages::owners_of(const std::string& library, Effort effort) {
  std::string_view stem = library_stem(file_name(library));
  return owners("library " + library, effort, [stem](const PcFile& file) {
    int best = 0;
    for (const std::string& linked : file.libraries) best = std::max(best, library_fit(linked, stem));
    return best;
  });
}

std::vector<Package> Packages::with_header(const std::string& header, Effort effort) {
  return owners("header " + header, effort, [&header](const PcFile& file) {
    const auto& folders = file.include_folders;
    return std::any_of(folders.begin(), folders.end(), [&](auto& folder) { return is_file(folder + "/" + header); });
  });
}

std::vector<std::pair<std::string, std::string>> Packages::all() {
  auto files = package_files(folders());
  std::sort(files.begin(), files.end());
  return files;
}

// A folder that cannot be written is no error: the same will be asked again next time.
void Packages::save() {
  if (cache_folder_.empty() || !make_folders(cache_folder_).ok()) return;
  if (auto text = package_file_text(answers())) [[maybe_unused]]
    auto written = write_file_atomically(fmt::format("{}/{}", cache_folder_, kFileName), *text);
}

}  // namespace elle::core
