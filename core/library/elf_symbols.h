// What an ELF shared object says about itself: its exported names, its soname, and the libraries it needs.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/base/result.h"

namespace elle::core {

// A symbol with the version it belongs to. Whoever asks for the name alone gets the default one.
struct SymbolVersion {
  std::string_view name;
  std::string_view version;
  bool is_default;
};

class ElfFile {
 public:
  // Errors (kind `library`): not there, or no 64-bit ELF shared object of this byte order. Damaged tables read as
  // empty.
  static Result<ElfFile> open(const std::string& path);

  // Defined functions and variables of the dynamic symbol table, without versions. Borrowed from the file.
  std::vector<std::string_view> exported() const;
  std::vector<std::string_view> needed() const;
  // Those of the exported names that have versions (LSB 5.0 core, 10.7).
  std::vector<SymbolVersion> versions() const;

 private:
  // A table of the file: its bytes and the strings it refers to.
  struct Section {
    std::string_view bytes;
    std::string_view strings;
  };

  explicit ElfFile(MappedFile map) : map_(std::move(map)) {}
  std::string_view bytes(uint64_t offset, uint64_t size) const;
  Section section(uint32_t type) const;
  // The names of the versions the file defines, by their number.
  std::map<uint16_t, std::string_view> version_names() const;

  MappedFile map_;
};

}  // namespace elle::core
