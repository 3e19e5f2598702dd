// Which declarations of a file belong to the headers that were asked for, and which came along by #include.
#pragma once

#include <set>
#include <string>

#include "core/declarations/header_loader.h"

namespace elle::lang {

// A header's own are those in its file and in the others of its folder: gtk/gtk.h declares all of GTK by including its
// neighbours. The folders that a compiler searches by itself, such as /usr/include, are shared by all and nobody's own;
// there, git2.h has a folder git2.
class OwnDeclarations {
 public:
  OwnDeclarations(const core::DeclarationsFile& file, const core::HeaderRequest& request, bool all);

  // With `all`, true of whatever stands in a file and is not the compiler's.
  bool has(const core::Declaration& declaration) const;

 private:
  bool all_;
  std::set<std::string, std::less<>> files_;
  std::set<std::string, std::less<>> folders_;
};

}  // namespace elle::lang
