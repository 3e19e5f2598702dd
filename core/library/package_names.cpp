// Debian's rules for names, and what people make of them. A word fits a package better the less is left of the name
// when the word is taken away (Fit); spelling is compared without case and separators, because gtk4, gtk+-3.0 and
// libgtk-4-dev are all one person's idea of the same thing.
#include "core/library/package_names.h"

#include <algorithm>
#include <optional>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/library/library_search.h"

namespace elle::core {
namespace {

// Shorter words begin too many names: the `z` of libz.so.1 is no libz3.
constexpr size_t kShortestBeginning = 3;

// How well a package's name fits a word.
enum Fit : int {
  kNone,
  kVariant,    // curl: libcurl4-openssl-dev, zlib: zlib1g-dev
  kVersioned,  // cairo: libcairo2-dev
  kShortened,  // gtk+-3.0: libgtk-3-dev
  kSame,       // gtk4: libgtk-4-dev
};

bool is_separator(char letter) { return std::string_view("-_.+").find(letter) != std::string_view::npos; }

std::string_view without_lib(std::string_view name) {
  if (name.starts_with("lib")) name.remove_prefix(3);
  return name;
}

// What is left of `name` when it begins with `word`, however that is separated.
std::optional<std::string_view> rest_after(std::string_view name, std::string_view word) {
  size_t at = 0;
  for (char letter : word) {
    if (is_separator(letter)) continue;
    while (at < name.size() && is_separator(name[at])) at++;
    if (at == name.size() || name[at] != lower(letter)) return std::nullopt;
    at++;
  }
  return name.substr(at);
}

Fit fit_of(std::string_view name, std::string_view word) {
  auto rest = rest_after(name, word);
  if (!rest) return kNone;
  if (rest->empty()) return kSame;
  if (word.size() < kShortestBeginning) return kNone;
  bool longer_number = is_digit(word.back()) && is_digit(rest->front());
  if (longer_number) return kNone;
  if (is_version(*rest)) return kVersioned;
  bool numbered = is_digit(rest->front()) || (rest->front() == '-' && is_digit((*rest)[1]));
  return numbered ? kVariant : kNone;
}

Fit development_fit(std::string_view package, std::string_view word) {
  constexpr std::string_view kSuffix = "-dev";
  word = without_lib(word);
  if (!package.ends_with(kSuffix) || word.empty()) return kNone;
  package.remove_suffix(kSuffix.size());
  package = without_lib(package);
  Fit fit = fit_of(package, word);
  bool shortened = word.ends_with(".0") && fit_of(package, word.substr(0, word.size() - 2)) == kSame;
  return shortened ? std::max(fit, kShortened) : fit;
}

// The endings of packages that were built anew for another ABI: 64-bit times, C++11.
std::string_view without_transition(std::string_view version) {
  for (std::string_view suffix : {"t64", "v5"})
    if (version.ends_with(suffix)) version.remove_suffix(suffix.size());
  return version;
}

// `version` may be empty: any.
bool holds_library(std::string_view package, std::string_view name, std::string_view version) {
  if (!package.starts_with(name)) return false;
  package.remove_prefix(name.size());
  bool separated = package.starts_with('-');
  if (separated)
    package.remove_prefix(1);
  else if (is_digit(name.back()))
    return false;
  package = without_transition(package);
  return version.empty() ? is_version(package) : package == version;
}

}  // namespace

std::vector<std::string> development_packages(const std::vector<std::string>& words,
                                              const std::vector<std::string>& names) {
  Fit best = kNone;
  std::vector<std::string> packages;
  for (const std::string& word : words) {
    Fit before = best;
    for (const std::string& name : names) {
      Fit fit = development_fit(name, word);
      if (fit > best) packages.clear();
      best = std::max(best, fit);
      if (fit > before && fit == best) packages.push_back(name);
    }
  }
  return packages;
}

std::vector<std::string> library_packages(std::string_view library, const std::vector<std::string>& names) {
  std::string name = "lib";
  for (char letter : library_stem(library)) name += letter == '_' ? '-' : lower(letter);
  size_t at = library.find(".so.");
  std::string_view version = at == std::string_view::npos ? std::string_view() : library.substr(at + 4);
  std::vector<std::string> packages;
  for (const std::string& package : names)
    if (holds_library(package, name, version)) packages.push_back(package);
  return packages;
}

std::vector<std::string> header_words(std::string_view header) {
  std::vector<std::string> words;
  if (size_t slash = header.find('/'); slash != std::string_view::npos) words.emplace_back(header.substr(0, slash));
  std::string_view name = file_name(header);
  words.emplace_back(name.substr(0, name.rfind('.')));
  return words;
}

}  // namespace elle::core
