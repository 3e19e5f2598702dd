// Only the beginning of each file is read at first, up to its <namespace>: the names' prefixes there say which of the
// installed files can know a C name at all, mostly one of dozens.
#include "core/documentation/gir_files.h"

#include <algorithm>
#include <cctype>
#include <cstdio>

#include "core/base/file.h"
#include "core/base/text.h"

namespace elle::core {

namespace {

constexpr size_t kHead = 16 * 1024;  // bytes in which <namespace …> begins

// The value of an attribute in the text of a tag.
std::string_view attribute_in(std::string_view tag, std::string_view name) {
  const size_t at = tag.find(std::string(name) + "=\"");
  if (at == tag.npos) return {};
  const size_t begin = at + name.size() + 2;
  return tag.substr(begin, tag.find('"', begin) - begin);
}

std::unique_ptr<GirFile> read_head(const std::string& path) {
  const std::unique_ptr<FILE, int (*)(FILE*)> stream(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!stream) return nullptr;
  std::string head(kHead, '\0');
  head.resize(std::fread(head.data(), 1, head.size(), stream.get()));
  const size_t begin = head.find("<namespace ");
  if (begin == head.npos) return nullptr;
  const std::string_view tag = std::string_view(head).substr(begin, head.find('>', begin) - begin);
  auto file = std::make_unique<GirFile>();
  file->path = path;
  file->space = attribute_in(tag, " name");
  if (const size_t package = head.find("<package "); package != head.npos)
    file->package = attribute_in(std::string_view(head).substr(package), " name");
  file->libraries = split(attribute_in(tag, "shared-library"), ',');
  file->identifier_prefixes = split(attribute_in(tag, "c:identifier-prefixes"), ',');
  file->symbol_prefixes = split(attribute_in(tag, "c:symbol-prefixes"), ',');
  return file;
}

// How many letters of `name` one of the prefixes takes, a whole word of it.
size_t fitting(const GirFile& file, std::string_view name) {
  const bool is_symbol = name.find('_') != name.npos;
  size_t longest = 0;
  for (const std::string& prefix : is_symbol ? file.symbol_prefixes : file.identifier_prefixes) {
    if (name.size() <= prefix.size() || prefix.size() <= longest) continue;
    // Symbols are compared without case: constants such as GTK_STYLE_PROVIDER_PRIORITY_USER have the prefix in
    // capitals.
    const bool begins = std::equal(prefix.begin(), prefix.end(), name.begin(), [&](unsigned char a, unsigned char b) {
      return is_symbol ? std::tolower(a) == std::tolower(b) : a == b;
    });
    const auto next = static_cast<unsigned char>(name[prefix.size()]);
    if (begins && (is_symbol ? next == '_' : std::isupper(next) != 0)) longest = prefix.size();
  }
  return longest;
}

}  // namespace

std::string_view GirFile::text() {
  if (!map_) {
    Result<MappedFile> map = MappedFile::open(path);
    if (!map.ok()) return {};
    map_ = std::make_unique<MappedFile>(map.take());
  }
  return {reinterpret_cast<const char*>(map_->data()), map_->size()};
}

void GirFiles::read_folders() {
  read_ = true;
  std::vector<std::string> folders = split(environment("XDG_DATA_DIRS"), ':');
  for (const std::string always : {"/usr/local/share", "/usr/share"})
    if (std::find(folders.begin(), folders.end(), always) == folders.end()) folders.push_back(always);
  for (const std::string& folder : folders) {
    const std::string place = folder + "/gir-1.0/";
    std::vector<std::string> names = folder_names(place);
    std::sort(names.begin(), names.end());
    for (const std::string& name : names)
      if (name.ends_with(".gir"))
        if (auto file = read_head(place + name)) files_.push_back(std::move(file));
  }
}

std::vector<GirFile*> GirFiles::that_may_have(std::string_view c_name,
                                              const std::vector<std::string>& loaded_libraries) {
  if (!read_) read_folders();
  struct Candidate {
    GirFile* file;
    size_t fit;
    bool loaded;
  };
  std::vector<Candidate> candidates;
  for (const auto& file : files_) {
    const bool loaded = std::any_of(file->libraries.begin(), file->libraries.end(), [&](const std::string& library) {
      // libgtk-4.so is a link to libgtk-4.so.1.
      return std::any_of(loaded_libraries.begin(), loaded_libraries.end(),
                         [&](const std::string& name) { return library.starts_with(name); });
    });
    if (const size_t fit = fitting(*file, c_name)) candidates.push_back({file.get(), fit, loaded});
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.fit != b.fit ? a.fit > b.fit : a.loaded && !b.loaded;
  });
  std::vector<GirFile*> files;
  for (const Candidate& candidate : candidates) files.push_back(candidate.file);
  return files;
}

}  // namespace elle::core
