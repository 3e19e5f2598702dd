// The files a translation unit consists of: their numbers in the declarations file, their text, and what will tell that
// one has changed.
//
// They are read again here: libclang gives the text of a file only after a search through everything it has expanded,
// which costs ten times as much.
#pragma once

#include <clang-c/Index.h>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/declarations/declarations_builder.h"

namespace elle::core::headers {

class SourceFiles {
 public:
  // Numbers all files by path, so that those of one folder stand together (see freshness.cpp), and adds the inputs.
  // `started_ns`: when parsing began; a file changed since then will count as changed at the next load.
  SourceFiles(CXTranslationUnit unit, uint64_t started_ns, DeclarationsBuilder& builder);

  // The number of a file; kNoFile for the compiler's own text and the list of includes.
  uint32_t number(CXFile file) const;
  // Its text; empty for what has no number.
  std::string_view text(CXFile file) const {
    uint32_t index = number(file);
    return index == format::kNoFile ? std::string_view() : std::string_view(texts_[index]);
  }
  const std::string& path(uint32_t number) const { return paths_[number]; }

 private:
  std::unordered_map<CXFile, uint32_t> numbers_;
  std::vector<std::string> paths_;
  std::vector<std::string> texts_;
  mutable CXFile last_file_ = nullptr;  // declarations of one file come together
  mutable uint32_t last_number_ = format::kNoFile;
};

// Where the includes of a request stand; never on disk.
inline constexpr const char* kMainFile = "/elle-headers-request.c";

// `path` without `.` parts and made absolute.
std::string absolute_path(std::string_view path);

}  // namespace elle::core::headers
