// The installed packages, as pkg-config knows them, remembered on disk: asking costs a process of 5 ms or more, and
// the answers change only when packages are installed. What is remembered counts for as long as pkg-config's folders,
// the package's own file and the PKG_CONFIG_* variables are as they were.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/library/package_file.h"
#include "core/library/pkg_config.h"

namespace elle::core {

class Packages {
 public:
  // In the cache folder (package_file.h says what it holds).
  static constexpr std::string_view kFileName = "packages.txt";

  // `cache_folder` may be empty, or one that cannot be written: nothing is remembered then.
  explicit Packages(std::string cache_folder) : cache_folder_(std::move(cache_folder)) {}

  // Errors as of ask_pkg_config().
  Result<Package> find(const std::string& name);

  enum class Effort {
    kRemember,  // only what is known already: nothing is run and no folder is read
    kAsk,
  };
  // The packages that a library belongs to by its name (any that Library::open takes), best first; empty when none
  // says so, or when what says so cannot be used.
  std::vector<Package> owners_of(const std::string& library, Effort effort);
  // Those whose own include folders have the header, whatever the library is.
  std::vector<Package> with_header(const std::string& header, Effort effort);

  // The installed packages with the paths of their files, in order.
  std::vector<std::pair<std::string, std::string>> all();

  // Whether what `text`, the content of such a file, remembers still counts; if not, why.
  static std::string why_stale(std::string_view text);

 private:
  PackageAnswers& answers();
  std::optional<Package> remembered(const std::string& name);
  template <class Fit>
  std::vector<Package> owners(const std::string& owned, Effort effort, const Fit& fit);
  std::vector<std::string> folders();
  void save();

  std::string cache_folder_;
  std::optional<PackageAnswers> answers_;
};

}  // namespace elle::core
