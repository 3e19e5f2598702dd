// Asked in the order of certainty: dpkg knows what is installed, apt-file (if it is there) what every package contains,
// and where neither helps, a package's name says what it probably has. The last is said as a guess.
#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <functional>

#include "core/base/child_process.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/library/library_search.h"
#include "core/library/package_advice.h"
#include "core/library/package_names.h"

namespace elle::core {
namespace {

// More packages than these are no advice.
constexpr size_t kMostPackages = 4;
// Each program answers within some 100 ms; apt-file reads a large index.
constexpr std::chrono::seconds kTimeout{5};

struct WantedFile {
  std::string name;        // how its path ends
  std::string_view below;  // a folder its path goes through
  bool any_version = false;
};

struct OwnedFile {
  std::string package;
  std::string path;
};

// Picks those that are named as if they had what is wanted.
using Guess = std::function<std::vector<std::string>(const std::vector<std::string>& names)>;

// Everything else would mean something in a pattern, or is in no package.
bool is_plain_name(std::string_view name) {
  auto plain = [](char letter) {
    constexpr std::string_view kSigns = "-_.+/";
    return std::isalnum(static_cast<unsigned char>(letter)) || kSigns.find(letter) != kSigns.npos;
  };
  return !name.empty() && name[0] != '/' && name[0] != '.' && std::all_of(name.begin(), name.end(), plain);
}

bool is_wanted(const WantedFile& wanted, std::string_view path) {
  constexpr std::string_view kRoots[] = {"/usr/include/", "/usr/lib/", "/lib/", "/usr/share/pkgconfig/"};
  bool for_this_machine =
      std::any_of(std::begin(kRoots), std::end(kRoots), [path](auto root) { return path.starts_with(root); });
  size_t at = path.rfind("/" + wanted.name);
  if (!for_this_machine || at == std::string_view::npos || path.find(wanted.below) > at) return false;
  std::string_view rest = path.substr(at + 1 + wanted.name.size());
  return rest.empty() || (wanted.any_version && rest.starts_with('.') && is_version(rest));
}

// Of lines such as "libgtk-4-dev:amd64: /usr/include/gtk-4.0/gtk/gtk.h", which both dpkg and apt-file print.
std::vector<OwnedFile> wanted_files(const WantedFile& wanted, std::string_view answer) {
  std::vector<OwnedFile> files;
  for (const std::string& line : split(answer, '\n')) {
    size_t colon = line.find(": ");
    if (colon == std::string::npos || !is_wanted(wanted, line.substr(colon + 2))) continue;
    files.push_back({line.substr(0, line.find_first_of(":,")), line.substr(colon + 2)});
  }
  return files;
}

// The file, where it is on this machine and only a search path does not lead to it.
std::optional<OwnedFile> installed_file(const WantedFile& wanted) {
  auto files = wanted_files(wanted, output_of({"dpkg", "-S", fmt::format("*/{}*", wanted.name)}, kTimeout));
  std::erase_if(files, [](const OwnedFile& file) { return !is_file(file.path); });
  if (files.empty() || files.size() > kMostPackages) return std::nullopt;
  return files.front();
}

std::vector<std::string> indexed_packages(const WantedFile& wanted) {
  std::vector<std::string> packages;
  for (const OwnedFile& file : wanted_files(wanted, output_of({"apt-file", "search", "/" + wanted.name}, kTimeout)))
    packages.push_back(file.package);
  std::sort(packages.begin(), packages.end());
  packages.erase(std::unique(packages.begin(), packages.end()), packages.end());
  return packages;
}

std::optional<std::string> install_text(std::vector<std::string> packages, std::string_view which,
                                        std::string_view has) {
  if (packages.empty() || packages.size() > kMostPackages) return std::nullopt;
  std::sort(packages.begin(), packages.end());
  if (packages.size() == 1)
    return fmt::format("The package `{}` {} it: apt install {}.", packages[0], has, packages[0]);
  return fmt::format("{} of the packages {} {} it; install the right one with apt.", which,
                     quoted_choices({packages.begin(), packages.end()}), has);
}

std::optional<std::string> what_to_install(const WantedFile& wanted, const Guess& guess) {
  auto owners = indexed_packages(wanted);
  auto likely = guess(owners);
  if (auto text = install_text(likely.empty() ? owners : likely, "Any", "has")) return text;
  return install_text(guess(split(output_of({"apt-cache", "pkgnames"}, kTimeout), '\n')), "One", "probably has");
}

// The folder that a name below it was wanted from.
std::string_view folder_of(const OwnedFile& file, const WantedFile& wanted) {
  return std::string_view(file.path).substr(0, file.path.size() - wanted.name.size() - 1);
}

}  // namespace

std::optional<std::string> advice_for_header(std::string_view header, const std::vector<std::string>& libraries) {
  if (!is_plain_name(header)) return std::nullopt;
  WantedFile wanted{std::string(header), "/include/"};
  if (auto file = installed_file(wanted))
    return fmt::format("The package `{}` is installed and has it: add `{}` to the include folders.", file->package,
                       folder_of(*file, wanted));
  std::vector<std::string> words;
  for (const std::string& library : libraries) words.emplace_back(library_stem(file_name(library)));
  for (std::string& word : header_words(header)) words.push_back(std::move(word));
  return what_to_install(wanted, [&](const auto& names) { return development_packages(words, names); });
}

std::optional<std::string> advice_for_library(std::string_view library) {
  if (!is_plain_name(library) || library.find('/') != std::string_view::npos) return std::nullopt;
  std::string stem(library_stem(library));
  bool versioned = library.find(".so.") != std::string_view::npos;
  WantedFile wanted{versioned ? std::string(library) : fmt::format("lib{}.so", stem), "/lib/", !versioned};
  if (auto file = installed_file(wanted))
    return fmt::format(
        "The package `{}` is installed and has it: give its whole path, `{}`, or add its folder to LD_LIBRARY_PATH.",
        file->package, file->path);
  return what_to_install(wanted, [&](const auto& names) {
    auto packages = library_packages(library, names);
    return packages.empty() ? development_packages({stem}, names) : packages;
  });
}

std::optional<std::string> advice_for_pkg_config(std::string_view name) {
  if (!is_plain_name(name) || name.find('/') != std::string_view::npos) return std::nullopt;
  WantedFile wanted{fmt::format("{}.pc", name), "/pkgconfig/"};
  if (auto file = installed_file(wanted))
    return fmt::format("The package `{}` is installed and has it: add `{}` to PKG_CONFIG_PATH.", file->package,
                       folder_of(*file, wanted));
  std::string word(name);
  return what_to_install(wanted, [&](const auto& names) { return development_packages({word}, names); });
}

}  // namespace elle::core
