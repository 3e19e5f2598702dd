// Which declarations of a file belong to the headers that were asked for, and which came along by #include.
#pragma once

#include <set>
#include <string>

#include "core/declarations/header_loader.h"

namespace elle::lang {

// A header's own are those in its file and in the others of its folder: gtk/gtk.h declares all of GTK by including its
// neighbours. The folders that a compiler searches by itself, such as /usr/include, are shared by all and nobody's own.
class OwnDeclarations {
 public:
  OwnDeclarations(const core::DeclarationsFile& file, const core::HeaderRequest& request);

  bool has(const core::Declaration& declaration) const;

 private:
  std::set<std::string, std::less<>> files_;
  std::set<std::string, std::less<>> folders_;
};

}  // namespace elle::lang
