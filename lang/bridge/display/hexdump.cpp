// The bytes are copied before a line is written: what is shown of them is of one moment, and what cannot be read ends
// it. The notes beside them look at the memory again.
#include "lang/bridge/display/hexdump.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/types/type_table.h"

#include "lang/bridge/memory/memory_reads.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/type_facts.h"
#include "lang/text/unicode.h"

namespace elle::lang {

using core::RecordPart;
using core::TypeId;

namespace {

constexpr uint64_t kPlainRow = 16, kTypedRow = 8;
// Arrays of records with more elements than this are not taken apart.
constexpr uint64_t kElements = 64;

// The bytes as they were when the dump began.
class Dump {
 public:
  Dump(BridgeContext& bridge, const std::byte* at, uint64_t size, const ShowOptions& options)
      : bridge_(bridge), at_(at), size_(size), options_(options), bytes_(readable_bytes(bridge, at, size)) {
    if (!read_bytes(bridge, bytes_.data(), at, bytes_.size())) bytes_.clear();
    digits_ = size > 0x10000 ? 8 : 4;
  }

  void add_plain(uint64_t begin, uint64_t end) {
    for (uint64_t at = begin; at < std::min<uint64_t>(end, bytes_.size()); at += kPlainRow)
      add_row(at, std::min(at + kPlainRow, end), kPlainRow, "");
  }

  void add_parts(const std::vector<RecordPart>& parts, uint64_t base);

  // The end of what was readable, where that is not all.
  std::string take() {
    if (bytes_.size() < size_)
      text_ += options_.paint(Role::kWarning, fmt::format("{:0{}x}  not readable from {} on", bytes_.size(), digits_,
                                                          fmt::ptr(at_ + bytes_.size()))) +
               "\n";
    return std::move(text_);
  }

 private:
  std::vector<std::string> notes_of(const RecordPart& part, uint64_t base) const;
  std::string note(const std::string& name, TypeId type, const std::string& value) const;
  void add_row(uint64_t begin, uint64_t end, uint64_t width, const std::string& note);

  BridgeContext& bridge_;
  const std::byte* at_;
  uint64_t size_;
  const ShowOptions& options_;
  std::vector<std::byte> bytes_;
  int digits_;
  std::string text_;
  PointerFacts facts_{bridge_};
  ObjectText objects_{bridge_, facts_, false};
};

void Dump::add_row(uint64_t begin, uint64_t end, uint64_t width, const std::string& note) {
  end = std::min<uint64_t>(end, bytes_.size());
  std::string hex, characters;
  for (uint64_t i = begin; i < end; i++) {
    const auto byte = static_cast<unsigned char>(bytes_[i]);
    hex += fmt::format("{}{:02x} ", i > begin && (i - begin) % 8 == 0 ? " " : "", byte);
    characters += byte >= 0x20 && byte < 0x7f ? static_cast<char>(byte) : '.';
  }
  std::string line = begin < end ? fmt::format("{:0{}x}  ", begin, digits_) : std::string(digits_ + 2, ' ');
  line =
      options_.paint(Role::kDim, line) + fmt::format("{:<{}} {:<{}}", hex, 3 * width + width / 16, characters, width);
  if (!note.empty())
    line += "  " + cut_to_width(note, std::max<size_t>(options_.columns, 60) - digits_ - 4 * width - 5);
  line.erase(line.find_last_not_of(' ') + 1);
  text_ += line + "\n";
}

std::string Dump::note(const std::string& name, TypeId type, const std::string& value) const {
  const std::string text = bridge_.types.text(type);
  return fmt::format("{}{}{}{}{}", name, name.empty() ? "" : "  ", text, value.empty() ? "" : " = ", value);
}

// What stands beside a part: one line for a field, one for each member of a union and each bit-field.
std::vector<std::string> Dump::notes_of(const RecordPart& part, uint64_t base) const {
  const std::byte* record = at_ + base;
  std::vector<std::string> notes;
  switch (part.kind) {
    case RecordPart::Kind::kPadding:
      return {"padding"};
    case RecordPart::Kind::kField:
      return {note(part.name, part.type, objects_.text(part.type, record + part.offset))};
    case RecordPart::Kind::kBits:
      for (const core::Field& field : part.bits)
        notes.push_back(fmt::format("{} : {}  {} = {}", field.name, field.bit_width, bridge_.types.text(field.type),
                                    objects_.bit_field(field, record)));
      return notes;
    case RecordPart::Kind::kUnion:
      for (const core::Field& field : bridge_.types.complete_record(part.type).value()->layout.fields) {
        const std::string name = part.name.empty() ? field.name : part.name + "." + field.name;
        notes.push_back(note(name, field.type,
                             field.is_bit_field ? objects_.bit_field(field, record + part.offset)
                                                : objects_.text(field.type, record + part.offset)));
      }
  }
  return notes;
}

void Dump::add_parts(const std::vector<RecordPart>& parts, uint64_t base) {
  uint64_t shown = base;  // members of a union after the first have no bytes left to show
  for (const RecordPart& part : parts) {
    const std::vector<std::string> notes = notes_of(part, base);
    uint64_t at = std::max(shown, base + part.offset);
    const uint64_t end = std::min(base + part.offset + part.size, size_);
    if (base + part.offset >= bytes_.size()) return;
    for (size_t i = 0; at < end || i < notes.size(); i++, at += kTypedRow)
      add_row(std::min(at, end), std::min(at + kTypedRow, end), kTypedRow, i < notes.size() ? notes[i] : "");
    shown = std::max(shown, end);
  }
}

// One object of `type` as parts that start with `name`.
std::vector<RecordPart> parts_of(BridgeContext& bridge, TypeId type, const std::string& name, uint64_t size) {
  auto record = core::record_parts(bridge.types, type, kElements);
  std::vector<RecordPart> parts;
  if (!record.ok()) {
    parts.resize(1);
    parts[0].kind = RecordPart::Kind::kField;
    parts[0].name = name;
    parts[0].type = type;
    parts[0].size = size;
    return parts;
  }
  parts = record.take();
  const auto prefix = [&](std::string& part) { part = name.empty() ? part : part.empty() ? name : name + "." + part; };
  for (RecordPart& part : parts) {
    prefix(part.name);
    for (core::Field& field : part.bits) prefix(field.name);
  }
  return parts;
}

}  // namespace

std::string hexdump_text(BridgeContext& bridge, const std::byte* at, uint64_t size, const ShowOptions& options) {
  Dump dump(bridge, at, size, options);
  dump.add_plain(0, size);
  return dump.take();
}

std::string typed_hexdump_text(BridgeContext& bridge, TypeId type, uint64_t count, const std::byte* at, uint64_t size,
                               const ShowOptions& options) {
  const uint64_t each = bridge.facts.of(type).size;
  Dump dump(bridge, at, size, options);
  for (uint64_t i = 0; i < count; i++)
    dump.add_parts(parts_of(bridge, type, count > 1 ? fmt::format("[{}]", i) : "", each), i * each);
  dump.add_plain(count * each, size);
  return dump.take();
}

}  // namespace elle::lang
