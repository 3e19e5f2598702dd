// What is installed on the machine and can be loaded by name: libraries, packages, and the folders of headers. Listed
// when somebody first asks, once a session.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace elle::lang {

struct BridgeContext;

class Installed {
 public:
  struct Item {
    std::string name;
    std::string about;
  };

  // "libgtk-4.so.1" and its path.
  const std::vector<Item>& libraries();
  // "gtk4" and what pkg-config says of it.
  const std::vector<Item>& packages();
  // In the order they are searched; those of packages last.
  const std::vector<std::string>& header_folders();

 private:
  void read_packages();

  std::optional<std::vector<Item>> libraries_;
  std::optional<std::vector<Item>> packages_;
  std::vector<std::string> package_folders_;  // with packages_
  std::optional<std::vector<std::string>> header_folders_;
};

Installed& installed(BridgeContext& bridge);

}  // namespace elle::lang
