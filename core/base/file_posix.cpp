// Files by POSIX calls. Whoever opens a path while write_file_atomically() replaces it gets the old file or the new
// one, never a mixture: rename() promises that, and it is all the locking that the caches have.
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"

namespace elle::core {
namespace {

auto system_error(std::string_view doing, std::string_view path) {
  return fail(ErrorKind::kIo, fmt::format("Cannot {} `{}`: {}.", doing, path, std::strerror(errno)));
}

bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

bool read_all(int descriptor, std::string& content) {
  struct stat status;
  size_t expected = ::fstat(descriptor, &status) == 0 ? static_cast<size_t>(status.st_size) : 0;
  size_t length = 0;
  for (;;) {
    // One byte more than expected, so that the end of a file of known size shows without growing the buffer.
    content.resize(std::max(expected + 1, length + 1));
    ssize_t got = ::read(descriptor, content.data() + length, content.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    length += static_cast<size_t>(got);
    if (length == content.size()) expected = length * 2;
  }
  content.resize(length);
  return true;
}

}  // namespace

std::optional<FileStatus> file_status(const std::string& path) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  uint64_t nanoseconds =
      static_cast<uint64_t>(status.st_mtim.tv_sec) * 1'000'000'000u + static_cast<uint64_t>(status.st_mtim.tv_nsec);
  return FileStatus{static_cast<uint64_t>(status.st_size), nanoseconds, static_cast<uint64_t>(status.st_ino),
                    S_ISDIR(status.st_mode)};
}

std::string file_identity(const std::string& path) {
  FileStatus status = file_status(path).value_or(FileStatus{});
  return fmt::format("{} {} {}\n", path, status.size, status.mtime_ns);
}

bool is_file(const std::string& path) {
  auto status = file_status(path);
  return status && !status->is_folder;
}

Result<std::string> read_file(const std::string& path) {
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error("read", path);
  std::string content;
  bool read = read_all(descriptor, content);
  int error = errno;
  ::close(descriptor);
  if (read) return content;
  errno = error;
  return system_error("read", path);
}

Result<Done> write_file_atomically(const std::string& path, std::string_view content) {
  std::string temporary = path + ".XXXXXX";
  int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return system_error("write", path);
  // mkostemp() makes a file for its owner alone; what is renamed into place is as readable as any other.
  bool written = write_all(descriptor, content) && ::fchmod(descriptor, 0644) == 0;
  written = ::close(descriptor) == 0 && written && ::rename(temporary.c_str(), path.c_str()) == 0;
  if (written) return Done{};
  auto failure = system_error("write", path);
  ::unlink(temporary.c_str());
  return failure;
}

Result<Done> make_folders(const std::string& path) {
  auto status = file_status(path);
  if (status && status->is_folder) return Done{};
  std::string parent(parent_folder(path));
  if (!parent.empty()) TRY(make_folders(parent));
  // Another process may have made it since it was looked for.
  if (::mkdir(path.c_str(), 0755) != 0 && errno != EEXIST) return system_error("make the folder", path);
  return Done{};
}

std::vector<std::string> folder_names(const std::string& path) {
  std::vector<std::string> names;
  DIR* folder = ::opendir(path.c_str());
  if (!folder) return names;
  while (const dirent* entry = ::readdir(folder)) {
    std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  ::closedir(folder);
  return names;
}

std::vector<FolderEntry> folder_entries(const std::string& path) {
  std::vector<FolderEntry> entries;
  DIR* folder = ::opendir(path.c_str());
  if (!folder) return entries;
  while (const dirent* entry = ::readdir(folder)) {
    std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    // To follow a link, or where the file system does not tell, the file itself must be asked.
    bool told = entry->d_type != DT_LNK && entry->d_type != DT_UNKNOWN;
    auto status = told ? std::nullopt : file_status(fmt::format("{}/{}", path, name));
    entries.push_back({std::string(name), told ? entry->d_type == DT_DIR : status && status->is_folder});
  }
  ::closedir(folder);
  return entries;
}

Result<TemporaryFolder> TemporaryFolder::make(std::string parent) {
  if (parent.empty()) parent = environment("TMPDIR");
  if (parent.empty()) parent = "/tmp";
  std::string path = parent + "/elle-XXXXXX";
  if (!::mkdtemp(path.data())) return system_error("make a folder", path);
  return TemporaryFolder(std::move(path));
}

TemporaryFolder::~TemporaryFolder() {
  if (path_.empty()) return;
  for (const std::string& name : folder_names(path_)) ::unlink(fmt::format("{}/{}", path_, name).c_str());
  ::rmdir(path_.c_str());
}

std::string_view parent_folder(std::string_view path) {
  size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return slash == 0 ? path.substr(0, path.size() > 1) : path.substr(0, slash);
}

std::string_view file_name(std::string_view path) {
  size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string program_path() {
  char buffer[PATH_MAX];
  ssize_t length = ::readlink("/proc/self/exe", buffer, sizeof buffer);
  return length > 0 ? std::string(buffer, static_cast<size_t>(length)) : std::string();
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace elle::core
