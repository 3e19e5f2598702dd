// The section headers of an ELF file (gABI 4, "Sections"), read where they lie. The loader uses the program headers
// instead; a file without sections, stripped beyond what `strip` does, has no symbols for us and still loads.
//
// Nothing the file says is trusted: each offset is held against the file's size (bytes), each index against the
// table's.
#include "core/library/elf_symbols.h"

#include <algorithm>
#include <cstring>
#include <elf.h>
#include <fmt/format.h>

#include "core/library/library.h"

namespace elle::core {
namespace {

// The row at `index` of a table; rows may stand unaligned.
template <class Row>
Row row_at(std::string_view table, size_t index) {
  Row row;
  std::memcpy(&row, table.data() + index * sizeof(Row), sizeof(Row));
  return row;
}

std::string_view name_at(std::string_view strings, uint64_t offset) {
  if (offset >= strings.size()) return {};
  std::string_view rest = strings.substr(offset);
  return rest.substr(0, rest.find('\0'));
}

bool is_exported(const Elf64_Sym& symbol) {
  auto type = ELF64_ST_TYPE(symbol.st_info), binding = ELF64_ST_BIND(symbol.st_info);
  bool named_kind = type == STT_FUNC || type == STT_OBJECT || type == STT_GNU_IFUNC || type == STT_TLS;
  return symbol.st_shndx != SHN_UNDEF && binding != STB_LOCAL && named_kind;
}

}  // namespace

Result<ElfFile> ElfFile::open(const std::string& path) {
  auto map = MappedFile::open(path, MappedFile::Reading::kParts);
  if (!map.ok()) return fail(ErrorKind::kLibrary, map.error()->message, {}, {{"path", path}});
  ElfFile file(map.take());
  std::string_view head = file.bytes(0, sizeof(Elf64_Ehdr));
  bool is_elf = head.starts_with(ELFMAG) && head[EI_CLASS] == ELFCLASS64 && head[EI_DATA] == ELFDATA2LSB;
  if (!is_elf)
    return fail(ErrorKind::kLibrary, fmt::format("`{}` is not a shared library.", path), {}, {{"path", path}});
  return file;
}

// Empty when the file does not reach that far.
std::string_view ElfFile::bytes(uint64_t offset, uint64_t size) const {
  if (offset > map_.size() || size > map_.size() - offset) return {};
  return {reinterpret_cast<const char*>(map_.data()) + offset, size};
}

ElfFile::Section ElfFile::section(uint32_t type) const {
  Elf64_Ehdr header = row_at<Elf64_Ehdr>(bytes(0, sizeof(Elf64_Ehdr)), 0);
  std::string_view table = bytes(header.e_shoff, uint64_t{header.e_shnum} * sizeof(Elf64_Shdr));
  size_t count = table.size() / sizeof(Elf64_Shdr);
  for (size_t i = 0; i < count; i++) {
    Elf64_Shdr found = row_at<Elf64_Shdr>(table, i);
    if (found.sh_type != type || found.sh_link >= count) continue;
    Elf64_Shdr strings = row_at<Elf64_Shdr>(table, found.sh_link);
    return {bytes(found.sh_offset, found.sh_size), bytes(strings.sh_offset, strings.sh_size)};
  }
  return {};
}

std::vector<std::string_view> ElfFile::exported() const {
  std::vector<std::string_view> names;
  Section symbols = section(SHT_DYNSYM);
  for (size_t i = 0; i < symbols.bytes.size() / sizeof(Elf64_Sym); i++) {
    Elf64_Sym symbol = row_at<Elf64_Sym>(symbols.bytes, i);
    std::string_view name = is_exported(symbol) ? name_at(symbols.strings, symbol.st_name) : std::string_view();
    if (!name.empty()) names.push_back(name);
  }
  return names;
}

std::vector<std::string_view> ElfFile::needed() const {
  std::vector<std::string_view> names;
  Section dynamic = section(SHT_DYNAMIC);
  for (size_t i = 0; i < dynamic.bytes.size() / sizeof(Elf64_Dyn); i++) {
    Elf64_Dyn entry = row_at<Elf64_Dyn>(dynamic.bytes, i);
    if (entry.d_tag == DT_NEEDED) names.push_back(name_at(dynamic.strings, entry.d_un.d_val));
  }
  return names;
}

std::map<uint16_t, std::string_view> ElfFile::version_names() const {
  std::map<uint16_t, std::string_view> names;
  Section definitions = section(SHT_GNU_verdef);
  size_t at = 0;
  while (at + sizeof(Elf64_Verdef) <= definitions.bytes.size()) {
    auto definition = row_at<Elf64_Verdef>(definitions.bytes.substr(at), 0);
    size_t name_place = at + definition.vd_aux;
    if (name_place + sizeof(Elf64_Verdaux) > definitions.bytes.size()) break;
    auto name = row_at<Elf64_Verdaux>(definitions.bytes.substr(name_place), 0);
    bool of_file = (definition.vd_flags & VER_FLG_BASE) != 0;  // names the library, no version
    if (!of_file) names[definition.vd_ndx] = name_at(definitions.strings, name.vda_name);
    if (definition.vd_next == 0) break;
    at += definition.vd_next;
  }
  return names;
}

std::vector<SymbolVersion> ElfFile::versions() const {
  constexpr uint16_t kHidden = 0x8000;  // not the default
  std::vector<SymbolVersion> versions;
  Section symbols = section(SHT_DYNSYM), numbers = section(SHT_GNU_versym);
  std::map<uint16_t, std::string_view> names = version_names();
  size_t count = std::min(symbols.bytes.size() / sizeof(Elf64_Sym), numbers.bytes.size() / sizeof(uint16_t));
  for (size_t i = 0; i < count; i++) {
    auto symbol = row_at<Elf64_Sym>(symbols.bytes, i);
    auto number = row_at<uint16_t>(numbers.bytes, i);
    auto name = names.find(static_cast<uint16_t>(number & ~kHidden));
    if (!is_exported(symbol) || name == names.end()) continue;
    versions.push_back({name_at(symbols.strings, symbol.st_name), name->second, (number & kHidden) == 0});
  }
  return versions;
}

Result<std::vector<std::string>> list_symbols(const std::string& path) {
  ElfFile file = TRY(ElfFile::open(path));
  std::vector<std::string> names;
  for (std::string_view name : file.exported()) names.emplace_back(name);
  return names;
}

}  // namespace elle::core
