// A unit's line table names files from the folder it was compiled in (6.2.4); libdw gives the same text for the same
// file of a unit, so its address finds the number again without comparing paths.
#include "core/debug_info/source_places.h"

#include <algorithm>
#include <filesystem>

namespace elle::core::debug_info {
namespace {

// A relative path is told from the folder its unit was compiled in.
std::string whole_path(Die die, const char* path) {
  std::filesystem::path whole(path);
  Die unit;
  if (whole.is_relative() && dwarf_diecu(&die, &unit, nullptr, nullptr)) whole = text_of(unit, DW_AT_comp_dir) / whole;
  return whole.lexically_normal();
}

}  // namespace

SourcePlace SourcePlaces::place_of(Die die) {
  SourcePlace place;
  if (const char* path = dwarf_decl_file(&die)) place.file = file_number(die, path);
  int line = 0, column = 0;
  if (dwarf_decl_line(&die, &line) == 0) place.line = static_cast<uint32_t>(line);
  if (dwarf_decl_column(&die, &column) == 0) place.column = static_cast<uint16_t>(std::min(column, 0xffff));
  return place;
}

uint32_t SourcePlaces::file_number(Die die, const char* path) {
  auto [known, unknown] = known_.try_emplace(path);
  if (!unknown) return known->second;
  std::string whole = whole_path(die, path);
  auto [found, fresh] = numbers_.try_emplace(whole, static_cast<uint32_t>(builder_.inputs.size()));
  if (fresh) builder_.inputs.push_back({builder_.string(whole), format::kNotWatched, 0, 0});
  return known->second = found->second;
}

}  // namespace elle::core::debug_info
