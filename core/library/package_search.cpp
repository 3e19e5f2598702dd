#include "core/library/package_search.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "core/base/file.h"
#include "core/base/text.h"

namespace elle::core {
namespace {

// What a .pc file says itself, without what it requires: enough to ask pkg-config about one package and not about all.
struct PackageFile {
  std::map<std::string, std::string, std::less<>> variables;
  std::string compiler_flags;
  std::string libraries;
};

// `${name}` becomes the variable's value, as far as the file has said it above.
std::string expand(const PackageFile& file, std::string_view text) {
  std::string expanded;
  while (!text.empty()) {
    const size_t open = text.find("${");
    const size_t close = text.find('}', open == std::string_view::npos ? 0 : open);
    expanded += text.substr(0, open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    auto variable = file.variables.find(text.substr(open + 2, close - open - 2));
    if (variable != file.variables.end()) expanded += variable->second;
    text.remove_prefix(close + 1);
  }
  return expanded;
}

PackageFile read_package_file(const std::string& path) {
  PackageFile file;
  file.variables["pcfiledir"] = parent_folder(path);
  auto text = read_file(path);
  if (!text.ok()) return file;
  for (const std::string& line : split(text.value(), '\n')) {
    const size_t mark = line.find_first_of("=:");
    if (mark == std::string::npos) continue;
    const std::string name(trim(std::string_view(line).substr(0, mark)));
    std::string value = expand(file, trim(std::string_view(line).substr(mark + 1)));
    if (line[mark] == '=')
      file.variables[name] = std::move(value);
    else if (name == "Cflags" || name == "CFlags")
      file.compiler_flags = std::move(value);
    else if (name == "Libs")
      file.libraries = std::move(value);
  }
  return file;
}

bool has_header(const PackageFile& file, std::string_view header) {
  for (const std::string& flag : split(file.compiler_flags, ' ')) {
    if (!flag.starts_with("-I")) continue;
    auto status = file_status(fmt::format("{}/{}", flag.substr(2), header));
    if (status && !status->is_folder) return true;
  }
  return false;
}

// `gtk-4` of `/usr/lib/libgtk-4.so.1`.
std::string linker_name(std::string_view library) {
  std::string_view name = file_name(library);
  if (name.starts_with("lib")) name.remove_prefix(3);
  return std::string(name.substr(0, name.find(".so")));
}

bool links(const PackageFile& file, const std::vector<std::string>& libraries) {
  const std::vector<std::string> flags = split(file.libraries, ' ');
  return std::any_of(libraries.begin(), libraries.end(), [&](const std::string& library) {
    return std::find(flags.begin(), flags.end(), "-l" + linker_name(library)) != flags.end();
  });
}

}  // namespace

Result<std::optional<Package>> package_of_header(std::string_view header, const std::vector<std::string>& libraries) {
  std::set<std::string> having, meant;
  for (const std::string& folder : package_folders()) {
    for (const std::string& name : folder_names(folder)) {
      if (!name.ends_with(".pc")) continue;
      const PackageFile file = read_package_file(fmt::format("{}/{}", folder, name));
      if (!has_header(file, header)) continue;
      const std::string package = name.substr(0, name.size() - 3);
      having.insert(package);
      if (links(file, libraries)) meant.insert(package);
    }
  }
  const std::set<std::string>& found = meant.empty() ? having : meant;
  if (found.empty()) return std::optional<Package>();
  // gtk4 and its variants (gtk4-x11, …) have the same headers and the same library: the shortest name is the plain one.
  const std::string& plain = *std::min_element(
      found.begin(), found.end(), [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  if (meant.empty() && !std::all_of(found.begin(), found.end(), [&](auto& name) { return name.starts_with(plain); }))
    return fail(
        ErrorKind::kHeader,
        fmt::format("The header `{}` was not found in the compiler's folders, and several packages have one: {}.",
                    header, join(std::vector<std::string>(found.begin(), found.end()), ", ")),
        fmt::format("Say which one is meant: (use-library \"{}\").", plain));
  return std::optional<Package>(TRY(pkg_config(plain)));
}

}  // namespace elle::core
