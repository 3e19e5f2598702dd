// Opening a file, and finding in it.
//
// A file may be cut short, of another version, or made by somebody who means harm. open() therefore looks once at
// whatever could make a reader go wrong as a whole: that sections lie in the file, that the kinds follow each other,
// that every type refers to earlier ones only (else walking a type might never end). Single references are not looked
// at here, which would cost as much as reading everything; row() and string() check them when somebody follows one.
#include "core/declarations/declarations_file.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/declarations/folded_name.h"

namespace elle::core::format {
namespace {

constexpr uint64_t kRowSizes[] = {
#define X(section, row) sizeof(row),
    ELLE_SECTIONS(X)
#undef X
};

bool sections_fit(const FileHeader& header) {
  for (uint32_t i = 0; i < kSectionCount; i++) {
    const Section& section = header.sections[i];
    uint64_t end = section.offset + section.count * kRowSizes[i];
    if (section.offset % 8 != 0 || section.offset < sizeof header || end > header.file_size) return false;
  }
  return true;
}

// What is wrong with a mapped file, or "". Damage shows in the checksum; the rest keeps a forged file readable.
std::string_view flaw(const uint8_t* data, size_t size) {
  if (size < sizeof(FileHeader)) return "it is too short";
  const FileHeader& header = *reinterpret_cast<const FileHeader*>(data);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) return "it is not a declarations file";
  if (header.version != kFormatVersion) return "it is of another version of the format";
  if (header.byte_order != kByteOrder) return "it is of another byte order";
  if (header.file_size != size) return "its size is not what it says";
  if (!sections_fit(header)) return "its sections do not fit";
  if (file_checksum(header, data + sizeof header, size - sizeof header) != header.checksum)
    return "its checksum is wrong";
  return {};
}

// The types a type row refers to must come before it; only then does walking types end.
bool refers_back(const TypeRow& row, uint32_t index) {
  switch (row.kind) {
    case TypeKind::kPointer:
    case TypeKind::kArray:
    case TypeKind::kOpenArray:
    case TypeKind::kVector:
    case TypeKind::kFunction:
    case TypeKind::kTypedef:
    case TypeKind::kQualified:
      return row.a < index;
    default:
      return static_cast<uint32_t>(row.kind) < kTypeKindCount;
  }
}

}  // namespace

uint64_t file_checksum(const FileHeader& header, const void* rest, uint64_t rest_size) {
  FileHeader unsigned_header = header;
  unsigned_header.checksum = 0;
  return checksum64(&unsigned_header, sizeof unsigned_header) + checksum64(rest, rest_size);
}

}  // namespace elle::core::format

namespace elle::core {

using format::SectionKind;

std::string_view declaration_kind_name(DeclarationKind kind) {
  static constexpr std::string_view kNames[] = {
#define X(kind, name) name,
      ELLE_DECLARATION_KINDS(X)
#undef X
  };
  return kNames[static_cast<size_t>(kind)];
}

Result<std::shared_ptr<const DeclarationsFile>> DeclarationsFile::open(const std::string& path) {
  MappedFile map = TRY(MappedFile::open(path));
  std::string_view flaw = format::flaw(map.data(), map.size());
  auto file = std::shared_ptr<const DeclarationsFile>(new DeclarationsFile(std::move(map)));
  if (flaw.empty() && !file->tables_agree()) flaw = "its tables do not agree";
  if (flaw.empty()) return file;
  return fail(ErrorKind::kHeader, fmt::format("The declarations file `{}` cannot be used: {}.", path, flaw),
              "It is made again by the next load.", {{"path", path}});
}

// Cheap facts about tables as a whole that the accessors rely on.
bool DeclarationsFile::tables_agree() const {
  uint32_t slots = count(SectionKind::kSlots);
  if (slots == 0 || (slots & (slots - 1)) != 0 || count(SectionKind::kInfo) != 1) return false;
  const format::InfoRow& info = row<format::InfoRow>(SectionKind::kInfo, 0);
  if (info.kind_begin[0] != 0) return false;
  for (uint32_t k = 0; k < format::kDeclarationKindCount; k++)
    if (info.kind_begin[k] > info.kind_begin[k + 1]) return false;
  if (info.kind_begin[format::kDeclarationKindCount] != count(SectionKind::kDeclarations)) return false;
  for (uint32_t i = 0; i < type_count(); i++) {
    const format::TypeRow& type = type_row(FileType{i});
    if (!format::refers_back(type, i)) return false;
    if (type.kind == format::TypeKind::kFunction && !parameter_types_before(type, i)) return false;
  }
  return true;
}

bool DeclarationsFile::parameter_types_before(const format::TypeRow& function, uint32_t index) const {
  uint64_t first = function.b >> 32, length = function.b & 0xffffffff;
  if (first + length > count(SectionKind::kParameterTypes)) return false;
  for (uint32_t i = 0; i < length; i++)
    if (parameter_type(function, i).index >= index) return false;
  return true;
}

uint32_t DeclarationsFile::kind_begin(DeclarationKind kind) const {
  return row<format::InfoRow>(SectionKind::kInfo, 0).kind_begin[static_cast<uint32_t>(kind)];
}

uint32_t DeclarationsFile::kind_end(DeclarationKind kind) const {
  return row<format::InfoRow>(SectionKind::kInfo, 0).kind_begin[static_cast<uint32_t>(kind) + 1];
}

std::string_view DeclarationsFile::string(format::StringRef ref) const {
  const format::Section& pool = header().sections[static_cast<uint32_t>(SectionKind::kStrings)];
  const char* bytes = reinterpret_cast<const char*>(map_.data()) + pool.offset;
  if (ref < sizeof(uint32_t) || ref > pool.count) return {};
  uint32_t length;
  std::memcpy(&length, bytes + ref - sizeof length, sizeof length);
  // The byte after the string must be there too, so that data() may be handed to C.
  if (length >= pool.count - ref || bytes[ref + length] != 0) return {};
  return {bytes + ref, length};
}

FileType DeclarationsFile::parameter_type(const format::TypeRow& function, uint32_t i) const {
  return FileType{row<format::TypeRef>(SectionKind::kParameterTypes, (function.b >> 32) + i)};
}

// Calls `visit` with every declaration that folds to the hash; it returns whether to go on.
template <class Visit>
void DeclarationsFile::probe(uint32_t hash, const Visit& visit) const {
  uint32_t mask = count(SectionKind::kSlots) - 1;
  for (uint32_t step = 0; step <= mask; step++) {
    const format::SlotRow& slot = row<format::SlotRow>(SectionKind::kSlots, (hash + step) & mask);
    if (slot.declaration == format::kFreeSlot) return;
    if (slot.hash != hash || slot.declaration >= count(SectionKind::kDeclarations)) continue;
    if (!visit(Declaration(*this, slot.declaration))) return;
  }
}

std::optional<Declaration> DeclarationsFile::find(std::string_view name, Kinds kinds) const {
  std::optional<Declaration> found;
  probe(folded_hash(name), [&](const Declaration& declaration) {
    if (declaration.name() != name || !kinds.has(declaration.kind())) return true;
    if (!found || declaration.index() < found->index()) found = declaration;
    return true;
  });
  return found;
}

std::vector<Declaration> DeclarationsFile::find_folded(std::string_view name, Kinds kinds) const {
  std::vector<Declaration> found;
  probe(folded_hash(name), [&](const Declaration& declaration) {
    if (kinds.has(declaration.kind()) && same_folded(declaration.name(), name)) found.push_back(declaration);
    return true;
  });
  std::sort(found.begin(), found.end(), [&](const Declaration& a, const Declaration& b) {
    bool a_exact = a.name() == name, b_exact = b.name() == name;
    return a_exact != b_exact ? a_exact : a.index() < b.index();
  });
  return found;
}

std::vector<std::string_view> DeclarationsFile::nearest(std::string_view name, size_t count, Kinds kinds) const {
  NearestNames near(name, count);
  for (const Declaration& declaration : all())
    if (kinds.has(declaration.kind()) && !declaration.predefined()) near.offer(declaration.name());
  return near.take();
}

DeclarationRange DeclarationsFile::all() const { return {*this, 0, count(SectionKind::kDeclarations)}; }

DeclarationRange DeclarationsFile::all(DeclarationKind kind) const { return {*this, kind_begin(kind), kind_end(kind)}; }

std::vector<std::string_view> DeclarationsFile::inputs() const {
  std::vector<std::string_view> paths;
  for (uint32_t i = 0; i < count(SectionKind::kInputs); i++)
    paths.push_back(string(row<format::InputRow>(SectionKind::kInputs, i).path));
  return paths;
}

std::string_view DeclarationsFile::request() const {
  return string(row<format::InfoRow>(SectionKind::kInfo, 0).request);
}

}  // namespace elle::core
