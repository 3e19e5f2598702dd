#include "shell/edit/text_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace elle::shell {

namespace {

TextFile cannot_read(const std::string& name) {
  return {{}, "cannot read " + name + ": " + std::strerror(errno) + "."};
}

}  // namespace

TextFile read_file(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return cannot_read("`" + path + "`");
  TextFile file = read_all(descriptor, "`" + path + "`");
  close(descriptor);
  return file;
}

TextFile read_all(int descriptor, const std::string& name) {
  TextFile file;
  char buffer[64 * 1024];
  for (;;) {
    const ssize_t count = read(descriptor, buffer, sizeof buffer);
    if (count > 0)
      file.text.append(buffer, static_cast<size_t>(count));
    else if (count == 0)
      return file;
    else if (errno != EINTR)
      return cannot_read(name);
  }
}

}  // namespace elle::shell
