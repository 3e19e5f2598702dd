// `sqlite3` is no file name. Compilers add `lib` and `.so`, but that name exists only where development packages are
// installed; what the loader knows are sonames with a version, in /etc/ld.so.cache. So that is searched for the name
// with any version, the highest first.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>
#include <tuple>

#include "core/base/file.h"
#include "core/base/mapped_file.h"
#include "core/base/text.h"
#include "core/library/library_search.h"

namespace elle::core {
namespace {

constexpr const char* kLoaderCache = "/etc/ld.so.cache";

// glibc's cache format 1.1, its struct cache_file_new: this header, entries, strings. Offsets count from the header.
struct CacheHeader {
  char magic[20];  // "glibc-ld.so.cache1.1"
  uint32_t count;
  uint32_t string_bytes;
  uint32_t unused[5];
};
struct CacheEntry {
  int32_t flags;
  uint32_t soname;
  uint32_t path;
  uint32_t os_version;
  uint64_t hardware;
};
constexpr std::string_view kCacheMagic = "glibc-ld.so.cache1.1";
constexpr int32_t kX86_64Libc6 = 0x0303;

std::string text_at(std::string_view cache, uint32_t offset) {
  if (offset >= cache.size()) return {};
  std::string_view rest = cache.substr(offset);
  return std::string(rest.substr(0, rest.find('\0')));
}

void add_loader_cache(std::vector<InstalledLibrary>& libraries) {
  auto map = MappedFile::open(kLoaderCache);
  if (!map.ok()) return;
  std::string_view cache(reinterpret_cast<const char*>(map.value().data()), map.value().size());
  size_t start = cache.find(kCacheMagic);  // an older format may stand before it
  if (start == std::string_view::npos || cache.size() - start < sizeof(CacheHeader)) return;
  cache.remove_prefix(start);
  CacheHeader header;
  std::memcpy(&header, cache.data(), sizeof header);
  for (uint64_t i = 0; i < header.count; i++) {
    size_t at = sizeof header + i * sizeof(CacheEntry);
    if (at + sizeof(CacheEntry) > cache.size()) return;
    CacheEntry entry;
    std::memcpy(&entry, cache.data() + at, sizeof entry);
    if (entry.flags == kX86_64Libc6) libraries.push_back({text_at(cache, entry.soname), text_at(cache, entry.path)});
  }
}

void add_library_path(std::vector<InstalledLibrary>& libraries) {
  for (const std::string& folder : split(environment("LD_LIBRARY_PATH"), ':'))
    for (const std::string& name : folder_names(folder))
      if (name.find(".so") != std::string::npos) libraries.push_back({name, fmt::format("{}/{}", folder, name)});
}

std::vector<int> numbers_in(std::string_view text) {
  std::vector<int> numbers;
  for (const std::string& part : split(text, '.')) numbers.push_back(std::atoi(part.c_str()));
  return numbers;
}

// How well a soname fits a stem: 0 not at all, 1 with a version in the name, 2 exactly. `version` gets its numbers.
int fit(std::string_view soname, std::string_view stem, std::vector<int>& version) {
  std::string_view rest = library_stem(soname);
  if (rest == stem || rest.starts_with(std::string(stem) + "-")) {
    size_t so = soname.find(".so");
    std::string_view after = so == std::string_view::npos ? std::string_view() : soname.substr(so + 3);
    if (after.starts_with('.')) after.remove_prefix(1);
    version = numbers_in(after);
    if (rest == stem) return 2;
    return is_version(rest.substr(stem.size() + 1)) ? 1 : 0;
  }
  return 0;
}

}  // namespace

std::vector<InstalledLibrary> installed_libraries() {
  std::vector<InstalledLibrary> libraries;
  add_library_path(libraries);
  add_loader_cache(libraries);
  return libraries;
}

bool is_version(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789-_.+") == std::string_view::npos;
}

std::string_view library_stem(std::string_view name) {
  if (name.starts_with("lib")) name.remove_prefix(3);
  return name.substr(0, name.find(".so"));
}

std::vector<std::string> library_candidates(std::string_view name, const std::vector<InstalledLibrary>& installed) {
  struct Candidate {
    int fit;
    std::vector<int> version;
    size_t order;  // among equals, the loader's own comes first
    std::string path;
  };
  std::vector<Candidate> candidates;
  std::string_view stem = library_stem(name);
  bool versioned = name.find(".so.") != std::string_view::npos;  // `libfoo.so.3` means that one and no other
  for (const InstalledLibrary& library : installed) {
    std::vector<int> version;
    int how = library.soname == name ? 3 : versioned ? 0 : fit(library.soname, stem, version);
    if (how > 0) candidates.push_back({how, version, candidates.size(), library.path});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.fit, a.version, b.order) > std::tie(b.fit, b.version, a.order);
  });
  std::vector<std::string> paths;
  for (const Candidate& candidate : candidates) paths.push_back(candidate.path);
  return paths;
}

// `GROUP ( /lib/libc.so.6 /usr/lib/libc_nonshared.a AS_NEEDED ( … ) )` or `INPUT ( … )`.
std::string linker_script_target(std::string_view text) {
  size_t open = std::min(text.find("GROUP"), text.find("INPUT"));
  if (open == std::string_view::npos) return {};
  std::string words(text.substr(open));
  std::replace_if(words.begin(), words.end(), [](char c) { return c == '(' || c == ')' || c == '\n'; }, ' ');
  for (const std::string& word : split(words, ' ')) {
    if (word.find(".so") != std::string::npos) return word;
    if (word.starts_with("-l")) return word.substr(2);
  }
  return {};
}

}  // namespace elle::core
