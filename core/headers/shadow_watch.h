// Which headers that do not exist would be read if they did: for each header found in a folder of the search path, the
// folders searched before that one. The declarations file keeps them, so that a header appearing later is noticed.
#pragma once

#include <clang-c/Index.h>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/declarations/declarations_builder.h"
#include "core/declarations/search_path.h"
#include "core/headers/source_files.h"

namespace elle::core::headers {

class ShadowWatch {
 public:
  ShadowWatch(const SearchPath& search, SourceFiles& files, uint64_t started_ns)
      : search_(search), files_(files), started_ns_(started_ns) {}

  void take_inclusion(CXCursor cursor);
  // Adds the folders and the misses in them.
  void finish(DeclarationsBuilder& builder);

 private:
  void miss(const std::string& folder, const std::string& name);
  bool folder_exists(const std::string& path);

  const SearchPath& search_;
  SourceFiles& files_;
  uint64_t started_ns_;
  std::set<std::string> seen_;                            // inclusions already looked at
  std::map<std::string, std::set<std::string>> watched_;  // the deepest folder there is: paths below it that are not
  std::unordered_map<std::string, bool> folders_;
};

}  // namespace elle::core::headers
