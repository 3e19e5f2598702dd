// A header is found in the first folder that has it. So an entry of the cache is stale not only when a file changed,
// but when one appeared in a folder that was searched earlier. Those folders and the names looked for in them are
// written down; while a folder's time of change stands, none of its names can have appeared.
//
// A folder that is not there yet is watched by the deepest one above it that is.
#include "core/headers/shadow_watch.h"

#include "core/base/file.h"
#include "core/headers/cx.h"

namespace elle::core::headers {
namespace {

// Whether the directive that stands at `offset` says `"name"`, not `<name>`.
bool is_quoted(std::string_view text, unsigned offset) {
  std::string_view line = text.substr(std::min<size_t>(offset, text.size()), 256);
  return line.substr(0, line.find_first_of("<\n")).find('"') != std::string_view::npos;
}

}  // namespace

void ShadowWatch::take_inclusion(CXCursor cursor) {
  CXFile included = clang_getIncludedFile(cursor);
  if (!included) return;
  std::string name = Text(clang_getCursorSpelling(cursor)).string();
  if (name.starts_with('/')) return;
  std::string path = absolute_path(Text(clang_getFileName(included)).view());
  Position position = position_of(clang_getCursorLocation(cursor));
  // `#include "x"` looks in the folder of the file it stands in before all others.
  std::string own_folder;
  if (is_quoted(files_.text(position.file), position.offset))
    own_folder = parent_folder(absolute_path(Text(clang_getFileName(position.file)).view()));
  if (!seen_.insert(own_folder + '\n' + name + '\n' + path).second) return;
  if (!path.ends_with("/" + name)) return;
  std::string found_in = path.substr(0, path.size() - name.size() - 1);
  if (!own_folder.empty() && own_folder == found_in) return;
  if (!own_folder.empty()) miss(own_folder, name);
  for (const std::string& folder : search_.folders) {
    std::string absolute = absolute_path(folder);
    if (absolute == found_in) return;
    miss(absolute, name);
  }
}

bool ShadowWatch::folder_exists(const std::string& path) {
  auto [found, fresh] = folders_.try_emplace(path);
  if (fresh) found->second = file_status(path).has_value();
  return found->second;
}

void ShadowWatch::miss(const std::string& folder, const std::string& name) {
  std::string path = folder + "/" + name;
  std::string watched(parent_folder(path));
  while (watched.size() > 1 && !folder_exists(watched)) watched = parent_folder(watched);
  size_t below = watched.ends_with('/') ? watched.size() : watched.size() + 1;
  watched_[watched].insert(path.substr(below));
}

void ShadowWatch::finish(DeclarationsBuilder& builder) {
  for (const auto& [folder, paths] : watched_) {
    FileStatus status = file_status(folder).value_or(FileStatus{});
    format::FolderRow row{};
    row.path = builder.string(folder);
    row.first_miss = static_cast<uint32_t>(builder.misses.size());
    for (const std::string& path : paths)  // one that is there was passed over on purpose: #include_next, a loop
      if (!file_status(folder + "/" + path)) builder.misses.push_back(builder.string(path));
    row.miss_count = static_cast<uint32_t>(builder.misses.size()) - row.first_miss;
    row.mtime_ns = status.mtime_ns >= started_ns_ ? 0 : status.mtime_ns;
    if (row.miss_count > 0) builder.folders.push_back(row);
  }
}

}  // namespace elle::core::headers
