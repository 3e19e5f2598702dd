// A folder of a fresh name that is gone, with the files in it, when its owner is.
#pragma once

#include <string>

#include "core/base/result.h"

namespace elle::core {

class TemporaryFolder {
 public:
  // Below `parent`, or where temporary files are kept ($TMPDIR, /tmp) when that is empty. An error (kind `io`) names
  // it.
  static Result<TemporaryFolder> make(std::string parent = {});
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();

  const std::string& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

}  // namespace elle::core
