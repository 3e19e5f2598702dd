// Paths alone tell it: nothing in a header says what belongs to it.
#include "lang/bridge/library/own_declarations.h"

#include <algorithm>

#include "core/base/file.h"
#include "core/declarations/search_path.h"

namespace elle::lang {

namespace {

bool is_header(std::string_view file, std::string_view header) {
  return file == header || (file.ends_with(header) && file[file.size() - header.size() - 1] == '/');
}

}  // namespace

OwnDeclarations::OwnDeclarations(const core::DeclarationsFile& file, const core::HeaderRequest& request, bool all)
    : all_(all) {
  for (const std::string_view path : file.inputs())
    if (std::ranges::any_of(request.headers, [&](const std::string& header) { return is_header(path, header); }))
      files_.emplace(path);
  const core::SearchPath shared = core::search_path({});
  for (const std::string& path : files_) {
    // git2.h includes git2/blob.h and its like.
    if (path.ends_with(".h")) folders_.insert(path.substr(0, path.size() - 2));
    std::string folder(core::parent_folder(path));
    if (std::ranges::find(shared.folders, folder) == shared.folders.end()) folders_.insert(std::move(folder));
  }
}

bool OwnDeclarations::has(const core::Declaration& declaration) const {
  const std::string_view file = declaration.place().file;
  if (all_) return !file.empty();
  return files_.contains(file) || std::ranges::any_of(folders_, [&](const std::string& folder) {
           return file.starts_with(folder) && file.substr(folder.size()).starts_with('/');
         });
}

}  // namespace elle::lang
