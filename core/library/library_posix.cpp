// dlopen(), and what people are told when it refuses. Handles are never closed: C may keep pointers into the library,
// and glibc does not unload one that others depend on anyway.
//
// A symbol is looked up in the library and in those it needs, as dlsym() does. So an error names the nearest symbols of
// all of them.
#include <deque>
#include <dlfcn.h>
#include <fmt/format.h>
#include <link.h>
#include <set>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/library/elf_symbols.h"
#include "core/library/library.h"
#include "core/library/library_search.h"
#include "core/library/package_advice.h"

namespace elle::core {
namespace {

constexpr size_t kNearCount = 3;

// RTLD_LAZY: most functions of a library are never called. RTLD_LOCAL: two libraries may use one name for two things.
constexpr int kOpenFlags = RTLD_LAZY | RTLD_LOCAL;

std::string path_of(void* handle) {
  link_map* map = nullptr;
  if (::dlinfo(handle, RTLD_DI_LINKMAP, &map) != 0 || !map || !map->l_name) return {};
  return map->l_name;
}

// Why the loader refused, or "" after a success.
std::string last_refusal() {
  const char* text = ::dlerror();
  return text ? text : "";
}

// Tries one thing after the other and remembers what became of each.
class Attempts {
 public:
  void* open(const std::string& name, int depth = 0) {
    void* handle = ::dlopen(name.c_str(), kOpenFlags);
    if (handle) return handle;
    std::string refusal = last_refusal();
    if (depth == 0 && name.find('/') != std::string::npos) {
      auto text = is_script(refusal) ? read_file(name) : fail(ErrorKind::kIo, {});
      std::string target = text.ok() ? linker_script_target(text.value()) : std::string();
      if (!target.empty()) return open(target, depth + 1);
    }
    tried_.push_back({name, refusal});
    return nullptr;
  }

  // "\n  libfoo.so: cannot open …", for each.
  std::string text() const {
    std::string lines;
    for (const auto& [name, refusal] : tried_) {
      std::string_view why = refusal;
      if (why.starts_with(name + ": ")) why.remove_prefix(name.size() + 2);
      lines += fmt::format("\n  {}: {}", name, why);
    }
    return lines;
  }

  // What is not there: `name`, or a library that it needs. "" when something is there and was refused.
  std::string missing(const std::string& name) const {
    for (const auto& [tried, refusal] : tried_) {
      size_t end = refusal.find(": cannot open shared object file: No such file");
      if (end == std::string::npos) return {};
      if (std::string needed = refusal.substr(0, end); needed != tried) return needed;
    }
    return name;
  }

 private:
  static bool is_script(std::string_view refusal) {
    return refusal.find("invalid ELF header") != std::string_view::npos ||
           refusal.find("file too short") != std::string_view::npos;
  }

  std::vector<std::pair<std::string, std::string>> tried_;
};

std::string nearest_libraries(std::string_view name, const std::vector<InstalledLibrary>& installed) {
  NearestNames near(library_stem(file_name(name)), kNearCount);
  for (const InstalledLibrary& library : installed) near.offer(library_stem(library.soname));
  auto names = near.take();
  return names.empty() ? std::string()
                       : fmt::format("Installed libraries with such a name: {}.", quoted_choices(names));
}

std::string next_step(std::string_view name, std::string_view missing, const std::vector<InstalledLibrary>& installed) {
  bool needed = !missing.empty() && missing != name;
  std::string near = needed ? std::string() : nearest_libraries(name, installed);
  auto advice = advice_for_library(missing);
  if (advice) return near.empty() ? *advice : fmt::format("{} {}", *advice, near);
  return near.empty() ? "Install the package that owns it, or give its whole path." : near;
}

// The most literal reading of a name first: as it stands, as the development name of a library, then what is installed.
void* open_by_name(const std::string& name, Attempts& attempts, std::vector<InstalledLibrary>& installed) {
  bool is_path = name.find('/') != std::string::npos, is_file = name.find(".so") != std::string::npos;
  if (is_path || is_file)
    if (void* handle = attempts.open(name)) return handle;
  if (is_path) {
    installed = installed_libraries();
    return nullptr;
  }
  if (!is_file)
    if (void* handle = attempts.open(fmt::format("lib{}.so", library_stem(name)))) return handle;
  installed = installed_libraries();
  for (const std::string& path : library_candidates(name, installed))
    if (void* handle = attempts.open(path)) return handle;
  return nullptr;
}

// The paths of a loaded library and of everything it needs, nearest first.
std::vector<std::string> with_dependencies(const std::string& path) {
  std::vector<std::string> paths;
  std::set<std::string> seen{path};
  std::deque<std::string> waiting{path};
  while (!waiting.empty()) {
    paths.push_back(waiting.front());
    waiting.pop_front();
    auto file = ElfFile::open(paths.back());
    if (!file.ok()) continue;
    for (std::string_view needed : file.value().needed()) {
      // Already loaded, so this only asks for the handle, and gives it back.
      void* handle = ::dlopen(std::string(needed).c_str(), RTLD_LAZY | RTLD_NOLOAD);
      if (!handle) continue;
      std::string found = path_of(handle);
      ::dlclose(handle);
      if (seen.insert(found).second) waiting.push_back(found);
    }
  }
  return paths;
}

}  // namespace

Result<std::shared_ptr<Library>> Library::open(std::string_view name) {
  Attempts attempts;
  std::vector<InstalledLibrary> installed;
  std::string text(name);
  void* handle = open_by_name(text, attempts, installed);
  if (handle) return std::shared_ptr<Library>(new Library(text, path_of(handle), handle));
  return fail(ErrorKind::kLibrary, fmt::format("The library `{}` was not found. Tried:{}", name, attempts.text()),
              next_step(name, attempts.missing(text), installed), {{"path", text}});
}

Library::Identity Library::identify(const std::string& path) {
  const FileStatus status = file_status(path).value_or(FileStatus{});
  return {status.inode, status.size, status.mtime_ns};
}

bool Library::replaced() const {
  const Identity now = identify(path_);
  return now.inode != 0 && identity_.inode != 0 && !(now == identity_);
}

Result<std::shared_ptr<Library>> Library::open_again() const {
  if (identify(path_).inode == identity_.inode)
    return fail(ErrorKind::kLibrary,
                fmt::format("`{}` was written over in place, so the code that is loaded has changed under it.", path_),
                "Start anew. A linker writes a new file, and so does `install` or a copy that is then renamed.",
                {{"path", path_}});
  // The loader takes a path it has seen for the library it has; one that is spelled otherwise makes it look at the
  // file.
  const std::string_view folder = parent_folder(path_);
  std::string path = folder.empty() ? "." : std::string(folder);
  for (uint32_t i = 0; i <= opened_again_; i++) path += "/.";
  path += fmt::format("/{}", file_name(path_));
  void* handle = ::dlopen(path.c_str(), kOpenFlags);
  if (!handle)
    return fail(ErrorKind::kLibrary, fmt::format("The new `{}` cannot be opened: {}.", path_, last_refusal()), {},
                {{"path", path_}});
  auto library = std::shared_ptr<Library>(new Library(name_, path_, handle));
  library->opened_again_ = opened_again_ + 1;
  return library;
}

std::string file_with_address(const void* address) {
  Dl_info info;
  return ::dladdr(address, &info) && info.dli_fname ? std::string(info.dli_fname) : std::string();
}

std::shared_ptr<Library> Library::self() {
  return std::shared_ptr<Library>(new Library("the program", {}, ::dlopen(nullptr, kOpenFlags)));
}

void* Library::find_symbol(std::string_view name) {
  auto found = symbols_.find(std::string(name));
  if (found != symbols_.end()) return found->second;
  // Only what was found is remembered: the program's own table grows with every library it loads.
  void* address = ::dlsym(handle_, std::string(name).c_str());
  if (address) symbols_.emplace(name, address);
  return address;
}

Result<void*> Library::symbol(std::string_view name) {
  if (void* address = find_symbol(name)) return address;
  NearestNames near(name, kNearCount);
  std::vector<ElfFile> files;  // the names offered are borrowed from them
  std::vector<std::string> paths = path_.empty() ? std::vector<std::string>() : with_dependencies(path_);
  for (const std::string& path : paths)
    if (auto file = ElfFile::open(path); file.ok()) files.push_back(file.take());
  for (const ElfFile& file : files)
    for (std::string_view exported : file.exported()) near.offer(exported);
  auto names = near.take();
  std::string where = path_.empty()    ? "The program"
                      : path_ == name_ ? "The library " + name_
                                       : fmt::format("The library {} ({})", name_, path_);
  return fail(ErrorKind::kSymbol, fmt::format("{} has no symbol `{}`.", where, name),
              names.empty() ? std::string() : fmt::format("Did you mean {}?", quoted_choices(names)),
              {{"symbol", std::string(name)}, {"library", name_}});
}

}  // namespace elle::core
