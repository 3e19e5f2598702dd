// Where headers are. In this order:
//
//  1. `./bench.h`, `../x.h`: from the current folder; an absolute path as it is
//  2. the folders a C compiler searches, the request's own first (search_path.h)
//  3. the current folder
//  4. the folders of the installed package that the library belongs to (gtk4 for libgtk-4.so.1), else of any package
//  5. a folder among those that hold one library each, such as /usr/lib/llvm-19/include; of several, the one whose
//     number is in the library's name; else none of them is guessed
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/declarations/header_loader.h"
#include "core/declarations/search_path.h"
#include "core/library/packages.h"

namespace elle::core {

class HeaderFinder {
 public:
  // `request` is borrowed. Its headers of places 1 and 3 become absolute paths.
  HeaderFinder(HeaderRequest& request, Packages& packages);

  // Whether a compiler finds all of them by itself: places 1 to 3.
  bool all_found() const { return missing_.empty(); }

  // The request with what places 4 and 5 add to it, for those not found; if none is missing, with what its libraries'
  // packages say, for the sake of what its headers include. Nothing when they add nothing. An error (kind `header`)
  // lists the folders when a header is in several.
  Result<std::optional<HeaderRequest>> elsewhere(Packages::Effort effort) const;

 private:
  struct Place {
    std::string folder;
    std::optional<Package> package;
  };

  bool in_search_path(const std::string& header) const;
  Result<std::optional<Place>> place_of(const std::string& header, const std::vector<Package>& packages,
                                        Packages::Effort effort) const;
  std::vector<Place> places_in(const std::vector<Package>& packages, const std::string& header) const;
  std::vector<Place> narrowed(const std::string& header, std::vector<Place> places) const;

  HeaderRequest& request_;
  Packages& packages_;
  SearchPath search_;
  std::vector<std::string> missing_;
};

}  // namespace elle::core
