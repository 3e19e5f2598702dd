// Reads the bytes of an image: see format.h. Past the end, and past anything that makes no sense, every read gives
// zeros and `failed` stays true.
#pragma once

#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace elle::lang {

class ImageReader {
 public:
  explicit ImageReader(std::span<const std::byte> bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  template <class T>
  T take() {
    T number{};
    if (const std::byte* from = skip(sizeof(T))) std::memcpy(&number, from, sizeof(T));
    return number;
  }
  // A count of things that take at least `size` bytes each.
  uint32_t count(size_t size) {
    const auto number = take<uint32_t>();
    if (number <= static_cast<size_t>(end_ - at_) / size) return number;
    fail();
    return 0;
  }
  std::string_view text() {
    const uint32_t length = count(1);
    return {reinterpret_cast<const char*>(skip(length)), length};
  }
  // `size` bytes, or null.
  const std::byte* skip(size_t size) {
    if (static_cast<size_t>(end_ - at_) < size) {
      fail();
      return nullptr;
    }
    const std::byte* from = at_;
    at_ += size;
    return from;
  }
  const std::byte* here() const { return at_; }
  void fail() {
    failed_ = true;
    at_ = end_;
  }
  bool failed() const { return failed_; }
  bool at_end() const { return at_ == end_; }

 private:
  const std::byte* at_;
  const std::byte* end_;
  bool failed_ = false;
};

}  // namespace elle::lang
