// What is mapped stays readable when its path is replaced by a rename, which is how our own files change. A file that
// somebody shortens in place takes its pages with it, and a read of them is SIGBUS: only files that nobody writes over
// may be mapped, caches and installed libraries.
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/mapped_file.h"

namespace elle::core {

Result<MappedFile> MappedFile::open(const std::string& path, Reading reading) {
  auto failed = [&](int error) {
    return fail(ErrorKind::kIo, fmt::format("Cannot read `{}`: {}.", path, std::strerror(error)));
  };
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failed(errno);
  struct stat status;
  bool is_file = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  size_t size = is_file ? static_cast<size_t>(status.st_size) : 0;
  void* data = nullptr;
  const int flags = MAP_PRIVATE | (reading == Reading::kWhole ? MAP_POPULATE : 0);
  if (size > 0) data = ::mmap(nullptr, size, PROT_READ, flags, descriptor, 0);
  int error = data == MAP_FAILED ? errno : 0;
  ::close(descriptor);
  if (!is_file) return failed(EISDIR);
  if (error != 0) return failed(error);
  return MappedFile(static_cast<const uint8_t*>(data), size);
}

MappedFile::~MappedFile() {
  if (data_) ::munmap(const_cast<uint8_t*>(data_), size_);
}

}  // namespace elle::core
