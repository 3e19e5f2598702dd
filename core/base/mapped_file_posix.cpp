#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/mapped_file.h"

namespace elle::core {

Result<MappedFile> MappedFile::open(const std::string& path) {
  auto failed = [&] { return fail(ErrorKind::kIo, fmt::format("Cannot read `{}`: {}.", path, std::strerror(errno))); };
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failed();
  struct stat status;
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    if (errno == 0) errno = EINVAL;
    auto failure = failed();
    ::close(descriptor);
    return failure;
  }
  size_t size = static_cast<size_t>(status.st_size);
  // Populated at once: whoever maps a file here reads all of it for its checksum, and a fault per page costs more.
  void* data = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  bool mapped = data != MAP_FAILED;
  auto failure = failed();
  ::close(descriptor);
  if (!mapped) return failure;
  return MappedFile(static_cast<const uint8_t*>(data), size);
}

MappedFile::~MappedFile() {
  if (data_) ::munmap(const_cast<uint8_t*>(data_), size_);
}

}  // namespace elle::core
