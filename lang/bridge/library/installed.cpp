// Listing what a machine has takes a while, and most sessions never ask. So it is done at the first question, and what
// is installed later is seen by the next session.
#include "lang/bridge/library/installed.h"

#include <algorithm>

#include "core/declarations/header_cache.h"
#include "core/declarations/search_path.h"
#include "core/library/library_search.h"
#include "core/library/packages.h"

#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

const std::vector<Installed::Item>& Installed::libraries() {
  if (libraries_) return *libraries_;
  libraries_.emplace();
  for (core::InstalledLibrary& library : core::installed_libraries())
    libraries_->push_back({std::move(library.soname), std::move(library.path)});
  return *libraries_;
}

const std::vector<Installed::Item>& Installed::packages() {
  read_packages();
  return *packages_;
}

void Installed::read_packages() {
  if (packages_) return;
  packages_.emplace();
  for (const auto& [name, path] : core::Packages(core::default_cache_folder()).all()) {
    auto file = core::read_pc_file(path);
    if (!file.ok()) continue;
    packages_->push_back({name, std::move(file.value().description)});
    for (std::string& folder : file.value().include_folders) package_folders_.push_back(std::move(folder));
  }
}

const std::vector<std::string>& Installed::header_folders() {
  if (header_folders_) return *header_folders_;
  header_folders_ = core::search_path({}).folders;
  header_folders_->push_back(".");
  read_packages();
  for (const std::string& folder : package_folders_)
    if (std::ranges::find(*header_folders_, folder) == header_folders_->end()) header_folders_->push_back(folder);
  return *header_folders_;
}

Installed& installed(BridgeContext& bridge) { return bridge.installed; }

}  // namespace elle::lang
