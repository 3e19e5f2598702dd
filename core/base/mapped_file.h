// A file seen as memory, read-only. Moved, never copied; unmapped when it goes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "core/base/result.h"

namespace elle::core {

class MappedFile {
 public:
  enum class Reading {
    kWhole,  // all of it, for a checksum or a search: brought in at once, since a fault per page costs more
    kParts,  // here and there
  };
  // Errors are of kind `io`. An empty file maps to size 0.
  static Result<MappedFile> open(const std::string& path, Reading reading = Reading::kWhole);

  MappedFile(MappedFile&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  const uint8_t* data() const { return data_; }
  size_t size() const { return size_; }

 private:
  MappedFile(const uint8_t* data, size_t size) : data_(data), size_(size) {}

  const uint8_t* data_;
  size_t size_;
};

}  // namespace elle::core
