#include "core/headers/search_path.h"

#include <algorithm>
#include <clang-c/Index.h>
#include <climits>
#include <cstdlib>
#include <dlfcn.h>
#include <fmt/format.h>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/library/package_search.h"

namespace elle::core::headers {
namespace {

std::string real_path(const std::string& path) {
  char buffer[PATH_MAX];
  return ::realpath(path.c_str(), buffer) ? buffer : path;
}

// `folder`'s entry with the highest number that holds `below`, or "".
std::string newest_below(const std::string& folder, const std::string& below) {
  std::vector<std::string> names = folder_names(folder);
  std::sort(names.begin(), names.end(),
            [](const std::string& a, const std::string& b) { return std::atoi(a.c_str()) > std::atoi(b.c_str()); });
  for (const std::string& name : names) {
    std::string path = fmt::format("{}/{}{}", folder, name, below);
    if (file_status(path)) return path;
  }
  return {};
}

// The folder of stddef.h and its like. They come with libclang's "common" package, which may be missing; gcc's do as
// well, but for the intrinsics.
std::string compiler_headers() {
  Dl_info library;
  std::vector<std::string> roots;
  if (::dladdr(reinterpret_cast<void*>(&clang_createIndex), &library) != 0) {
    roots.emplace_back(parent_folder(library.dli_fname));
    roots.emplace_back(parent_folder(real_path(library.dli_fname)));
  }
  roots.push_back("/usr/lib/llvm-" ELLE_CLANG_MAJOR "/lib");  // where Debian keeps them, whatever led to the library
  for (const std::string& root : roots)
    if (std::string found = newest_below(root + "/clang", "/include"); !found.empty()) return found;
  return newest_below("/usr/lib/gcc/" ELLE_MULTIARCH, "/include");
}

void add_folder(std::vector<std::string>& folders, const std::string& folder) {
  bool there = file_status(folder).has_value();
  if (there && std::find(folders.begin(), folders.end(), folder) == folders.end()) folders.push_back(folder);
}

// Folders given as `-Ifolder`, `-isystem folder` and so on.
std::vector<std::string> folders_in_flags(const std::vector<std::string>& flags) {
  std::vector<std::string> folders;
  for (size_t i = 0; i < flags.size(); i++) {
    for (std::string_view option : {"-I", "-isystem", "-iquote", "-idirafter"}) {
      if (flags[i] == option && i + 1 < flags.size())
        folders.push_back(flags[++i]);
      else if (flags[i].starts_with(option) && flags[i].size() > option.size())
        folders.push_back(flags[i].substr(option.size()));
      else
        continue;
      break;
    }
  }
  return folders;
}

bool is_found(const SearchPath& path, const std::string& header) {
  return std::any_of(path.folders.begin(), path.folders.end(),
                     [&](const std::string& folder) { return file_status(folder + "/" + header).has_value(); });
}

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

SearchPath search_path(const HeaderRequest& request) {
  SearchPath path;
  for (const std::string& folder : request.include_folders) add_folder(path.folders, folder);
  for (const std::string& folder : folders_in_flags(request.flags)) add_folder(path.folders, folder);
  for (const std::string& folder : split(environment("CPATH"), ':')) add_folder(path.folders, folder);
  path.user_count = path.folders.size();
  for (const std::string& folder : split(environment("C_INCLUDE_PATH"), ':')) add_folder(path.folders, folder);
  add_folder(path.folders, compiler_headers());
  add_folder(path.folders, "/usr/local/include");
  add_folder(path.folders, "/usr/include/" ELLE_MULTIARCH);
  add_folder(path.folders, "/usr/include");
  return path;
}

Result<HeaderRequest> with_package_flags(const HeaderRequest& request) {
  HeaderRequest complete = request;
  for (const std::string& header : request.headers) {
    if (header.starts_with('/') || is_found(search_path(complete), header)) continue;
    const std::optional<Package> package = TRY(package_of_header(header, request.libraries));
    if (!package) continue;
    append(complete.include_folders, package->include_folders);
    append(complete.defines, package->defines);
    append(complete.flags, package->flags);
  }
  return complete;
}

}  // namespace elle::core::headers
