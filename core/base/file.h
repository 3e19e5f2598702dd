// Whole files and folders: read, written so that nobody ever sees half a file, and described.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace elle::core {

struct FileStatus {
  uint64_t size = 0;
  uint64_t mtime_ns = 0;  // since the epoch
  uint64_t inode = 0;     // another one when a new file was renamed over the old
  bool is_folder = false;
};

// nullopt when there is nothing at `path`.
std::optional<FileStatus> file_status(const std::string& path);

// Path, size and time of change on one line: what tells two versions of a program or library apart without running it.
std::string file_identity(const std::string& path);

// Whether something other than a folder is there.
bool is_file(const std::string& path);

// Errors of all of these are of kind `io`, name the file and say what the system said.
Result<std::string> read_file(const std::string& path);
// Written to a file of a fresh name beside `path`, then renamed over it. Two writers at once both succeed; the later
// rename stands.
Result<Done> write_file_atomically(const std::string& path, std::string_view content);
// With its parents; one that is there already is fine.
Result<Done> make_folders(const std::string& path);
// Names in a folder, without `.` and `..`, in no order. Empty when it is not there.
std::vector<std::string> folder_names(const std::string& path);

struct FolderEntry {
  std::string name;
  bool is_folder;  // also of a link to one
};
// As folder_names(), and what each is.
std::vector<FolderEntry> folder_entries(const std::string& path);

// "" for a name without a slash.
std::string_view parent_folder(std::string_view path);
std::string_view file_name(std::string_view path);

// The path of the running program.
std::string program_path();

// A folder of a fresh name that is gone, with the files in it, when its owner is.
class TemporaryFolder {
 public:
  // Below `parent`, or where temporary files are kept ($TMPDIR, /tmp) when that is empty.
  static Result<TemporaryFolder> make(std::string parent = {});
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();

  const std::string& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

// An environment variable; "" when it is not set.
std::string environment(const char* name);

}  // namespace elle::core
