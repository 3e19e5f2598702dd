// A file that was changed while it was being parsed has been read half as it was and half as it is. Its time is written
// down as 0, which no file has, so the next load parses again.
#include "core/headers/source_files.h"

#include <algorithm>
#include <climits>
#include <unistd.h>

#include "core/base/file.h"
#include "core/headers/cx.h"

namespace elle::core::headers {
namespace {

struct Inclusion {
  std::string path;
  CXFile file;
};

std::vector<Inclusion> inclusions(CXTranslationUnit unit) {
  std::vector<Inclusion> all;
  clang_getInclusions(
      unit,
      [](CXFile file, CXSourceLocation*, unsigned, CXClientData data) {
        Text name(clang_getFileName(file));
        if (name.view() == kMainFile) return;
        static_cast<std::vector<Inclusion>*>(data)->push_back({absolute_path(name.view()), file});
      },
      &all);
  std::sort(all.begin(), all.end(), [](const Inclusion& a, const Inclusion& b) {
    std::string_view x = parent_folder(a.path), y = parent_folder(b.path);
    return x != y ? x < y : a.path < b.path;
  });
  return all;
}

}  // namespace

// `..` stays: to take it out would be wrong where the folder before it is a link.
std::string absolute_path(std::string_view path) {
  std::string absolute(path);
  for (size_t at; (at = absolute.find("/./")) != std::string::npos;) absolute.erase(at, 2);
  if (absolute.starts_with("./")) absolute.erase(0, 2);
  if (absolute.starts_with('/')) return absolute;
  char folder[PATH_MAX];
  return ::getcwd(folder, sizeof folder) ? std::string(folder) + "/" + absolute : absolute;
}

SourceFiles::SourceFiles(CXTranslationUnit unit, uint64_t started_ns, DeclarationsBuilder& builder) {
  for (const Inclusion& inclusion : inclusions(unit)) {
    bool again = !paths_.empty() && paths_.back() == inclusion.path;
    if (!again) {
      paths_.push_back(inclusion.path);
      FileStatus status = file_status(inclusion.path).value_or(FileStatus{});
      if (status.mtime_ns >= started_ns) status.mtime_ns = 0;
      auto text = read_file(inclusion.path);
      texts_.push_back(text.ok() ? text.take() : std::string());
      builder.inputs.push_back({builder.string(inclusion.path), 0, status.size, status.mtime_ns});
    }
    numbers_[inclusion.file] = static_cast<uint32_t>(paths_.size() - 1);
  }
}

uint32_t SourceFiles::number(CXFile file) const {
  if (file == last_file_) return last_number_;
  auto found = numbers_.find(file);
  last_file_ = file;
  return last_number_ = found == numbers_.end() ? format::kNoFile : found->second;
}

}  // namespace elle::core::headers
