#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/temporary_folder.h"

namespace elle::core {

Result<TemporaryFolder> TemporaryFolder::make(std::string parent) {
  if (parent.empty()) parent = environment("TMPDIR");
  if (parent.empty()) parent = "/tmp";
  std::string path = parent + "/elle-XXXXXX";
  if (!::mkdtemp(path.data()))
    return fail(ErrorKind::kIo, fmt::format("Cannot make a folder `{}`: {}.", path, std::strerror(errno)));
  return TemporaryFolder(std::move(path));
}

TemporaryFolder::~TemporaryFolder() {
  if (path_.empty()) return;
  for (const std::string& name : folder_names(path_)) ::unlink(fmt::format("{}/{}", path_, name).c_str());
  ::rmdir(path_.c_str());
}

}  // namespace elle::core
