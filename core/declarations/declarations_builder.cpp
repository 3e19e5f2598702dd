// Rows that refer to each other are numbered by whoever adds them; here they only come together. Equal types must be
// equal rows (the reader compares by index), so every type goes through `interned_`, and parameter lists, which most
// functions of a header share with others, are stored once as well.
#include "core/declarations/declarations_builder.h"

#include <cstring>

#include "core/base/hash.h"
#include "core/declarations/folded_name.h"

namespace elle::core {
namespace {

using format::SectionKind;

// Appends sections to a file image and keeps the header's list of them.
class Image {
 public:
  explicit Image(size_t expected) {
    bytes_.reserve(expected);
    bytes_.resize(sizeof(format::FileHeader));
  }

  template <class Row>
  void add(SectionKind kind, std::span<const Row> rows) {
    bytes_.resize((bytes_.size() + 7) & ~size_t{7});
    header_.sections[static_cast<size_t>(kind)] = {static_cast<uint32_t>(bytes_.size()),
                                                   static_cast<uint32_t>(rows.size())};
    bytes_.append(reinterpret_cast<const char*>(rows.data()), rows.size_bytes());
  }
  template <class Row>
  void add(SectionKind kind, const std::vector<Row>& rows) {
    add(kind, std::span<const Row>(rows));
  }

  std::string finish() {
    std::memcpy(header_.magic, format::kMagic, sizeof format::kMagic);
    header_.version = format::kFormatVersion;
    header_.byte_order = format::kByteOrder;
    header_.file_size = bytes_.size();
    header_.checksum = format::file_checksum(header_, bytes_.data() + sizeof header_, bytes_.size() - sizeof header_);
    std::memcpy(bytes_.data(), &header_, sizeof header_);
    return std::move(bytes_);
  }

 private:
  format::FileHeader header_{};
  std::string bytes_;
};

}  // namespace

size_t DeclarationsBuilder::RowHash::operator()(const format::TypeRow& row) const {
  return static_cast<size_t>(checksum64(&row, sizeof row));
}

bool DeclarationsBuilder::RowEqual::operator()(const format::TypeRow& a, const format::TypeRow& b) const {
  return std::memcmp(&a, &b, sizeof a) == 0;
}

DeclarationsBuilder::DeclarationsBuilder() { type({format::TypeKind::kVoid, 0, 0, 0, 0}); }

format::TypeRef DeclarationsBuilder::type(const format::TypeRow& row) {
  auto [found, fresh] = interned_.try_emplace(row, static_cast<format::TypeRef>(types_.size()));
  if (fresh) types_.push_back(row);
  return found->second;
}

const format::TypeRow& DeclarationsBuilder::bare_type_row(format::TypeRef ref) const {
  while (types_[ref].kind == format::TypeKind::kTypedef || types_[ref].kind == format::TypeKind::kQualified)
    ref = types_[ref].a;
  return types_[ref];
}

format::TypeRef DeclarationsBuilder::function_type(format::TypeRef result,
                                                   std::span<const format::TypeRef> parameter_types, uint8_t flags) {
  std::string key(reinterpret_cast<const char*>(parameter_types.data()), parameter_types.size_bytes());
  uint64_t range = uint64_t{parameter_types_.size()} << 32 | parameter_types.size();
  auto [found, fresh] = parameter_lists_.try_emplace(std::move(key), range);
  if (fresh) parameter_types_.insert(parameter_types_.end(), parameter_types.begin(), parameter_types.end());
  return type({format::TypeKind::kFunction, flags, 0, result, found->second});
}

std::vector<format::DeclarationRow> DeclarationsBuilder::all_declarations() {
  std::vector<format::DeclarationRow> all;
  for (uint32_t kind = 0; kind < format::kDeclarationKindCount; kind++) {
    info.kind_begin[kind] = static_cast<uint32_t>(all.size());
    all.insert(all.end(), declarations_[kind].begin(), declarations_[kind].end());
  }
  info.kind_begin[format::kDeclarationKindCount] = static_cast<uint32_t>(all.size());
  return all;
}

std::vector<format::SlotRow> DeclarationsBuilder::name_table(std::span<const format::DeclarationRow> all) const {
  // At most two thirds full, so that a probe for a name that is not there, the common one, ends soon.
  size_t size = 2;
  while (size < all.size() * 3 / 2 + 1) size *= 2;
  std::vector<format::SlotRow> slots(size, format::SlotRow{0, format::kFreeSlot});
  for (uint32_t index = 0; index < all.size(); index++) {
    if (all[index].name == 0 || (all[index].flags & format::kUntagged) != 0) continue;
    uint32_t hash = folded_hash(strings_.at(all[index].name));
    size_t i = hash & (size - 1);
    while (slots[i].declaration != format::kFreeSlot) i = (i + 1) & (size - 1);
    slots[i] = {hash, index};
  }
  return slots;
}

std::string DeclarationsBuilder::finish() {
  std::vector<format::DeclarationRow> all = all_declarations();
  std::vector<format::SlotRow> slots = name_table(all);
  Image image(strings_.bytes().size() + all.size() * 64 + slots.size() * sizeof(format::SlotRow) + (1u << 20));
  image.add(SectionKind::kStrings, std::span<const char>(strings_.bytes()));
  image.add(SectionKind::kInfo, std::span<const format::InfoRow>(&info, 1));
  image.add(SectionKind::kInputs, inputs);
  image.add(SectionKind::kFolders, folders);
  image.add(SectionKind::kMisses, misses);
  image.add(SectionKind::kTypes, types_);
  image.add(SectionKind::kParameterTypes, parameter_types_);
  image.add(SectionKind::kDeclarations, all);
  image.add(SectionKind::kFunctions, functions);
  image.add(SectionKind::kParameters, parameters);
  image.add(SectionKind::kVariables, variables);
  image.add(SectionKind::kRecords, records);
  image.add(SectionKind::kFields, fields);
  image.add(SectionKind::kEnums, enums);
  image.add(SectionKind::kConstants, constants);
  image.add(SectionKind::kMacros, macros);
  image.add(SectionKind::kMacroParameters, macro_parameters);
  image.add(SectionKind::kSlots, slots);
  return image.finish();
}

}  // namespace elle::core
