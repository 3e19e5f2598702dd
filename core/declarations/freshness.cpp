// Whether a declarations file still says what its headers say: the part of DeclarationsFile that looks at the disk.
#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/declarations/declarations_file.h"

namespace elle::core {
namespace {

using format::SectionKind;

// gtk/gtk.h has 811 inputs in 25 folders, written folder by folder: asking relative to an open folder spares the
// system most of each path.
class FolderCursor {
 public:
  FolderCursor() = default;
  FolderCursor(const FolderCursor&) = delete;
  FolderCursor& operator=(const FolderCursor&) = delete;
  ~FolderCursor() { close(); }

  bool unchanged(std::string_view path, uint64_t size, uint64_t mtime_ns) {
    std::string_view parent = parent_folder(path);
    if (parent != folder_) enter(parent);
    // Strings of the file end in a zero, so the last name of a path is a C string.
    const char* name = descriptor_ >= 0 ? file_name(path).data() : path.data();
    struct stat status;
    if (::fstatat(descriptor_ >= 0 ? descriptor_ : AT_FDCWD, name, &status, 0) != 0) return false;
    uint64_t nanoseconds =
        static_cast<uint64_t>(status.st_mtim.tv_sec) * 1'000'000'000u + static_cast<uint64_t>(status.st_mtim.tv_nsec);
    return static_cast<uint64_t>(status.st_size) == size && nanoseconds == mtime_ns;
  }

 private:
  void enter(std::string_view folder) {
    close();
    folder_ = folder;
    descriptor_ = folder.empty() ? -1 : ::open(std::string(folder).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  }
  void close() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }

  std::string_view folder_;
  int descriptor_ = -1;
};

// The first header that has appeared in `folder` and would now be read in another's stead, or "".
std::string appeared(const DeclarationsFile& file, const format::FolderRow& folder) {
  std::string path(file.string(folder.path));
  auto status = file_status(path);
  if (status && status->mtime_ns == folder.mtime_ns) return {};
  uint32_t count = std::min(folder.miss_count, file.count(SectionKind::kMisses));
  for (uint32_t i = 0; i < count; i++) {
    format::StringRef miss = file.row<format::StringRef>(SectionKind::kMisses, folder.first_miss + uint64_t{i});
    std::string candidate = fmt::format("{}/{}", path, file.string(miss));
    if (file_status(candidate)) return candidate;
  }
  return {};
}

}  // namespace

std::string DeclarationsFile::why_stale() const {
  FolderCursor cursor;
  for (uint32_t i = 0; i < count(SectionKind::kInputs); i++) {
    const auto& input = row<format::InputRow>(SectionKind::kInputs, i);
    if ((input.flags & format::kNotWatched) != 0) continue;
    if (!cursor.unchanged(string(input.path), input.size, input.mtime_ns))
      return fmt::format("`{}` has changed", string(input.path));
  }
  for (uint32_t i = 0; i < count(SectionKind::kFolders); i++) {
    std::string path = appeared(*this, row<format::FolderRow>(SectionKind::kFolders, i));
    if (!path.empty()) return fmt::format("`{}` has appeared", path);
  }
  return {};
}

bool DeclarationsFile::up_to_date() const { return why_stale().empty(); }

}  // namespace elle::core
