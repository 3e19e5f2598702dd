// An entry says itself whether it is valid: declarations by their inputs, what pkg-config said by its folders, compiled
// C by its name. Nothing else is kept of it, so entries may be removed one by one, by anybody, at any time.
#include "core/declarations/header_cache.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/declarations/declarations_file.h"
#include "core/library/packages.h"

namespace elle::core {
namespace {

constexpr std::string_view kSuffix = ".decl";

// A file being written has a suffix more; it is one of the cache's all the same.
std::vector<std::string> entry_paths(const std::string& folder) {
  std::vector<std::string> paths;
  for (const std::string& name : folder_names(folder))
    if (name.find(kSuffix) != std::string::npos || name.ends_with(kThunkSuffix) ||
        name.starts_with(Packages::kFileName))
      paths.push_back(fmt::format("{}/{}", folder, name));
  return paths;
}

// "gtk/gtk.h, glib.h" of a request's text; of a library's debug information, its path.
std::string material_of(std::string_view request) {
  std::vector<std::string> material;
  for (const std::string& line : split(request, '\n'))
    for (std::string_view key : {"header ", "library "})
      if (line.starts_with(key)) material.push_back(line.substr(key.size()));
  return join(material, ", ");
}

void describe_declarations(CacheEntry& entry) {
  auto file = DeclarationsFile::open(entry.path);
  if (!file.ok()) {
    entry.why_not = "it is damaged, or of another version of Elle";
    return;
  }
  entry.request = file.value()->request();
  entry.about = material_of(entry.request);
  entry.why_not = file.value()->why_stale();
}

void describe_packages(CacheEntry& entry) {
  entry.about = "what pkg-config said";
  auto text = read_file(entry.path);
  entry.why_not = text.ok() ? Packages::why_stale(text.value()) : text.error()->message;
}

// "gtk.h-inline-0123456789abcdef.thunk.so". Its name holds a hash of all it is made of: it is never stale, at most no
// longer asked for.
void describe_thunk(CacheEntry& entry) { entry.about = "compiled C: " + entry.about.substr(0, entry.about.rfind('-')); }

CacheEntry describe(const std::string& path) {
  CacheEntry entry;
  entry.path = path;
  entry.about = file_name(path);
  FileStatus status = file_status(path).value_or(FileStatus{});
  entry.size = status.size;
  auto now = std::chrono::system_clock::now().time_since_epoch();
  entry.age = std::chrono::duration_cast<std::chrono::seconds>(now - std::chrono::nanoseconds(status.mtime_ns));
  if (path.ends_with(kSuffix))
    describe_declarations(entry);
  else if (file_name(path) == Packages::kFileName)
    describe_packages(entry);
  else if (path.ends_with(kThunkSuffix))
    describe_thunk(entry);
  else
    entry.why_not = "it was never finished";
  entry.valid = entry.why_not.empty();
  return entry;
}

}  // namespace

std::string default_cache_folder() {
  if (std::string own = environment("ELLE_CACHE"); !own.empty()) return own;
  if (std::string shared = environment("XDG_CACHE_HOME"); !shared.empty()) return shared + "/elle";
  if (std::string home = environment("HOME"); !home.empty()) return home + "/.cache/elle";
  return {};
}

// access() and not an attempt to write: a folder on a full disk is still the right place to look for entries.
bool can_keep(const std::string& folder) {
  return !folder.empty() && make_folders(folder).ok() && ::access(folder.c_str(), W_OK) == 0;
}

std::vector<CacheEntry> list_cache(const std::string& folder) {
  std::vector<CacheEntry> entries;
  for (const std::string& path : entry_paths(folder)) entries.push_back(describe(path));
  std::sort(entries.begin(), entries.end(), [](const CacheEntry& a, const CacheEntry& b) { return a.age < b.age; });
  return entries;
}

Result<size_t> clear_cache(const std::string& folder) {
  std::vector<std::string> paths = entry_paths(folder);
  for (const std::string& path : paths)
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
      return fail(ErrorKind::kIo, fmt::format("Cannot remove `{}`: {}.", path, std::strerror(errno)));
  return paths.size();
}

}  // namespace elle::core
