// Places 1 to 3 are looked at before anything is parsed and cost some stat() calls; 4 and 5 only for a header that is
// in none of them, because they ask pkg-config or read folders.
//
// Where several folders have a header of that name (llvm-14 and llvm-19), the version in the library's name tells
// which; where that does not either, the person is asked. A guess would give declarations of one version to code of
// another.
#include "core/declarations/header_finder.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>

#include "core/base/file.h"
#include "core/base/text.h"

namespace elle::core {
namespace {

// Folders whose folders belong to one library each; what is below them.
constexpr std::pair<const char*, const char*> kShelves[] = {
    {"/usr/lib", "/include"}, {"/usr/local/include", ""}, {"/usr/include", ""}};

bool is_relative(std::string_view header) { return header.starts_with("./") || header.starts_with("../"); }

std::string from_here(const std::string& header) {
  std::error_code error;
  auto path = std::filesystem::absolute(header, error);
  return error ? header : path.lexically_normal().string();
}

std::string resolved(const std::string& path) {
  std::error_code error;
  auto real = std::filesystem::canonical(path, error);
  return error ? path : real.string();
}

// "19", "1" of libLLVM.so.19.1.
std::vector<std::string> numbers_in(std::string_view name) {
  std::vector<std::string> numbers;
  bool inside = false;
  for (char letter : name) {
    if (is_digit(letter) && !inside) numbers.emplace_back();
    inside = is_digit(letter);
    if (inside) numbers.back() += letter;
  }
  return numbers;
}

// The version in a folder's name: 19 of /usr/lib/llvm-19/include, 4 of /usr/include/gtk-4.0; "" without one.
std::string folder_version(std::string_view folder) {
  if (file_name(folder) == "include") folder = parent_folder(folder);
  auto numbers = numbers_in(file_name(folder));
  return numbers.empty() ? std::string() : numbers[0];
}

void add(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// Numbers that may be the library's version, the likeliest first: those of the file behind its name, then of its name.
std::vector<std::string> library_versions(const std::string& library) {
  std::vector<std::string> numbers = numbers_in(file_name(library));
  if (library.find('/') == std::string::npos) return numbers;
  auto real = numbers_in(file_name(resolved(library)));
  add(real, numbers);
  return real;
}

void add_new(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& item : from)
    if (std::find(to.begin(), to.end(), item) == to.end()) to.push_back(item);
}

void add_package(HeaderRequest& request, const Package& package) {
  add_new(request.include_folders, package.include_folders);
  add_new(request.defines, package.defines);
  // As a whole, since a word such as `-isystem` belongs to the one after it.
  auto same = std::search(request.flags.begin(), request.flags.end(), package.flags.begin(), package.flags.end());
  if (same == request.flags.end()) add(request.flags, package.flags);
}

std::vector<std::string> shelved_folders(const std::string& header) {
  std::vector<std::string> folders;
  for (auto [shelf, below] : kShelves) {
    std::vector<std::string> names = folder_names(shelf);
    std::sort(names.begin(), names.end());
    for (const std::string& name : names)
      if (std::string folder = fmt::format("{}/{}{}", shelf, name, below); is_file(folder + "/" + header))
        folders.push_back(folder);
  }
  return folders;
}

}  // namespace

HeaderFinder::HeaderFinder(HeaderRequest& request, Packages& packages)
    : request_(request), packages_(packages), search_(search_path(request)) {
  for (std::string& header : request_.headers) {
    if (is_relative(header)) header = from_here(header);
    bool by_itself = header.starts_with('/') || search_.own_system || in_search_path(header);
    if (by_itself) continue;
    if (is_file(header))
      header = from_here(header);
    else
      missing_.push_back(header);
  }
}

bool HeaderFinder::in_search_path(const std::string& header) const {
  return std::any_of(search_.folders.begin(), search_.folders.end(),
                     [&](const std::string& folder) { return is_file(folder + "/" + header); });
}

std::vector<HeaderFinder::Place> HeaderFinder::places_in(const std::vector<Package>& packages,
                                                         const std::string& header) const {
  std::vector<Place> places;
  for (const Package& package : packages)
    for (const std::string& folder : package.include_folders)
      if (is_file(folder + "/" + header)) places.push_back({folder, package});
  return places;
}

// One place for each file there is, and if a number of the libraries' names tells them apart, only those of it.
std::vector<HeaderFinder::Place> HeaderFinder::narrowed(const std::string& header, std::vector<Place> places) const {
  std::set<std::string> seen;
  std::erase_if(places, [&](const Place& place) { return !seen.insert(resolved(place.folder + "/" + header)).second; });
  for (const std::string& library : request_.libraries) {
    for (const std::string& number : library_versions(library)) {
      if (places.size() < 2) return places;
      auto other = [&](const Place& place) { return folder_version(place.folder) != number; };
      if (!std::all_of(places.begin(), places.end(), other)) std::erase_if(places, other);
    }
  }
  return places;
}

Result<std::optional<HeaderFinder::Place>> HeaderFinder::place_of(const std::string& header,
                                                                  const std::vector<Package>& packages,
                                                                  Packages::Effort effort) const {
  std::vector<Place> places = places_in(packages, header);
  if (places.empty()) places = places_in(packages_.with_header(header, effort), header);
  if (places.empty())
    for (const std::string& folder : shelved_folders(header)) places.push_back({folder, std::nullopt});
  places = narrowed(header, std::move(places));
  if (places.empty()) return std::optional<Place>();
  if (places.size() == 1) return std::optional<Place>(places[0]);
  std::vector<std::string> folders;
  for (const Place& place : places) folders.push_back(place.folder);
  return fail(ErrorKind::kHeader,
              fmt::format("The header `{}` is not where a C compiler looks, but in several other folders: {}.", header,
                          join(folders, ", ")),
              "Add the right one to the include folders.", {{"path", header}});
}

Result<std::optional<HeaderRequest>> HeaderFinder::elsewhere(Packages::Effort effort) const {
  if (search_.own_system) return std::optional<HeaderRequest>();
  std::vector<Package> packages;
  for (const std::string& library : request_.libraries)
    for (Package& package : packages_.owners_of(library, effort)) packages.push_back(std::move(package));
  HeaderRequest found = request_;
  bool nowhere = missing_.empty();
  for (const std::string& header : missing_) {
    auto place = TRY(place_of(header, packages, effort));
    nowhere |= !place;
    if (place && place->package)
      add_package(found, *place->package);
    else if (place)
      add_new(found.include_folders, {place->folder});
  }
  if (nowhere)  // the error then names the packages' folders too
    for (const Package& package : packages) add_package(found, package);
  return found.text() == request_.text() ? std::optional<HeaderRequest>() : std::optional(found);
}

}  // namespace elle::core
