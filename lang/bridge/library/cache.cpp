// For people: sizes and ages are rounded, and an entry that cannot be used says why.
#include "lang/bridge/library/cache.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <vector>

#include "core/declarations/header_cache.h"

namespace elle::lang {

namespace {

std::string size_text(uint64_t bytes) {
  return bytes < 1'000'000 ? fmt::format("{} kB", (bytes + 999) / 1000)
                           : fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string age_text(std::chrono::seconds age) {
  const auto seconds = std::max<int64_t>(age.count(), 0);
  if (seconds < 60) return fmt::format("{} s", seconds);
  if (seconds < 3600) return fmt::format("{} min", seconds / 60);
  if (seconds < 48 * 3600) return fmt::format("{} h", seconds / 3600);
  return fmt::format("{} days", seconds / (24 * 3600));
}

// One line an entry, in columns, below a line of titles; says so when there is none.
std::string cache_table(const std::vector<core::CacheEntry>& entries) {
  if (entries.empty()) return "The cache is empty.\n";
  constexpr std::string_view kTitle = "header";
  constexpr size_t kWidest = 60;  // one request of many headers must not push all others' columns out of sight
  size_t width = kTitle.size();
  for (const core::CacheEntry& entry : entries) width = std::max(width, std::min(entry.about.size(), kWidest));
  std::string table = fmt::format("{:<{}}  {:>8}  {:>7}  state\n", kTitle, width, "size", "age");
  for (const core::CacheEntry& entry : entries) {
    const std::string state = entry.valid ? "valid" : "stale: " + entry.why_not;
    table += fmt::format("{:<{}}  {:>8}  {:>7}  {}\n", entry.about, width, size_text(entry.size), age_text(entry.age),
                         state);
  }
  return table;
}

}  // namespace

std::string cache_path() { return core::default_cache_folder(); }

core::Result<std::string> cache_list() { return cache_table(core::list_cache(core::default_cache_folder())); }

core::Result<std::string> cache_clear() {
  const size_t count = TRY(core::clear_cache(core::default_cache_folder()));
  return fmt::format("Removed {} entr{}.\n", count, count == 1 ? "y" : "ies");
}

}  // namespace elle::lang
