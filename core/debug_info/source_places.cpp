#include "core/debug_info/source_places.h"

#include <algorithm>

namespace elle::core::debug_info {

SourcePlace SourcePlaces::place_of(Die die) {
  SourcePlace place;
  if (const char* path = dwarf_decl_file(&die)) place.file = file_number(path);
  int line = 0, column = 0;
  if (dwarf_decl_line(&die, &line) == 0) place.line = static_cast<uint32_t>(line);
  if (dwarf_decl_column(&die, &column) == 0) place.column = static_cast<uint16_t>(std::min(column, 0xffff));
  return place;
}

uint32_t SourcePlaces::file_number(const char* path) {
  auto [known, unknown] = known_.try_emplace(path);
  if (!unknown) return known->second;
  auto [found, fresh] = numbers_.try_emplace(path, static_cast<uint32_t>(builder_.inputs.size()));
  if (fresh) builder_.inputs.push_back({builder_.string(path), format::kNotWatched, 0, 0});
  return known->second = found->second;
}

}  // namespace elle::core::debug_info
