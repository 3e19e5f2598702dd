// Memory for the length of one native call: frames, converted strings and arrays. A stack that only grows and is reset
// to an earlier position, so that a fault that jumps out of a call leaks nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <vector>

namespace elle::lang {

class Scratch {
 public:
  struct Position {
    size_t block;
    size_t used;
  };

  Position position() const { return {block_, used_}; }
  void reset(Position position) {
    block_ = position.block;
    used_ = position.used;
  }

  // Uninitialised, aligned to 16 bytes.
  std::byte* allocate(size_t bytes) {
    if (bytes > SIZE_MAX / 2) throw std::bad_alloc();
    bytes = (bytes + 15) & ~size_t{15};
    if (blocks_.empty() || used_ + bytes > blocks_[block_].size) next_block(bytes);
    std::byte* memory = blocks_[block_].memory.get() + used_;
    used_ += bytes;
    return memory;
  }

 private:
  struct Block {
    std::unique_ptr<std::byte[]> memory;
    size_t size;
  };

  void next_block(size_t bytes) {
    static constexpr size_t kBlock = 64 * 1024;
    const size_t next = blocks_.empty() ? 0 : block_ + 1;
    const size_t size = bytes > kBlock ? bytes : kBlock;
    // Blocks behind the current one are free: one that is too small goes, with all after it.
    if (next < blocks_.size() && blocks_[next].size < bytes) blocks_.resize(next);
    if (next == blocks_.size()) blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(size), size});
    block_ = next;
    used_ = 0;
  }

  std::vector<Block> blocks_;
  size_t block_ = 0;
  size_t used_ = 0;
};

// Gives back at the end of a C++ scope what was taken in it.
class ScratchScope {
 public:
  explicit ScratchScope(Scratch& scratch) : scratch_(scratch), before_(scratch.position()) {}
  ~ScratchScope() { scratch_.reset(before_); }
  ScratchScope(const ScratchScope&) = delete;
  ScratchScope& operator=(const ScratchScope&) = delete;

 private:
  Scratch& scratch_;
  Scratch::Position before_;
};

}  // namespace elle::lang
