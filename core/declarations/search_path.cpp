// The order of gcc and clang (the manual of cpp, "Search Path"), spelled out: elle-headers is given this list and told
// to use no other (-nostdinc), so that what is looked for here and what is read there are the same files.
#include "core/declarations/search_path.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

#include "core/base/file.h"
#include "core/base/text.h"

namespace elle::core {
namespace {

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
  const std::string roots[] = {std::string(parent_folder(ELLE_LIBCLANG_FILE)),
                               "/usr/lib/llvm-" ELLE_CLANG_MAJOR
                               "/lib"};  // where Debian keeps them, whatever is linked
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

bool says_system(const std::string& flag) {
  return flag.starts_with("--sysroot") || flag.starts_with("-isysroot") || flag.starts_with("-nostdinc") ||
         flag.starts_with("--target") || flag == "-target";
}

}  // namespace

SearchPath search_path(const HeaderRequest& request) {
  SearchPath path;
  path.own_system = std::any_of(request.flags.begin(), request.flags.end(), says_system);
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

}  // namespace elle::core
