#include "lang/image/writer.h"

#include "core/base/hash.h"

#include "lang/compile/form.h"
#include "lang/print/printer.h"
#include "lang/value/map.h"

namespace elle::lang {

using image::AtomKind;
using image::ValueKind;

void ImageWriter::add_source(std::string_view name, std::string_view text, uint32_t begin) {
  if (source_count_++ == 0) first_source_ = begin;
  append_text(sources_, name);
  append_text(sources_, text);
}

void ImageWriter::add_form(const Chunk& form) {
  form_count_++;
  chunk(form);
}

Result<std::string> ImageWriter::finish() const {
  if (!problem_.empty())
    return runtime_.fail(ErrorKind::kSyntax,
                         fmt::format("The standard library holds {}, which no image can.", problem_),
                         "Compute it when the library starts, or give it a name of its own.");
  std::string body;
  append(body, static_cast<uint32_t>(atom_index_.size()));
  body += atoms_;
  append(body, first_source_);
  append(body, source_count_);
  body += sources_;
  append(body, form_count_);
  body += forms_;
  std::string all(image::kMagic, sizeof image::kMagic);
  append(all, image::kVersion);
  append(all, static_cast<uint32_t>(image::kHeaderSize + body.size()));
  append(all, core::checksum64(body.data(), body.size()));
  return all + body;
}

void ImageWriter::chunk(const Chunk& chunk) {
  put(chunk.name ? atom(chunk.name) + 1 : uint32_t{0});
  value(chunk.docstring);
  value(chunk.parameters);
  span(chunk.span);
  put(chunk.required), put(chunk.optional), put(chunk.registers);
  put(static_cast<uint8_t>((chunk.has_rest ? image::kHasRest : 0) | (chunk.top_level ? image::kTopLevel : 0) |
                           (chunk.simple ? image::kSimple : 0)));
  count(chunk.code.size());
  for (Instruction instruction : chunk.code) put(instruction.bits);
  count(chunk.spans.size());
  for (const SpanEntry& entry : chunk.spans) put(entry.begin), span(entry.span);
  count(chunk.captures.size());
  for (const Capture& capture : chunk.captures) put(static_cast<uint16_t>(capture.from_register)), put(capture.index);
  count(chunk.handlers.size());
  for (const Handler& handler : chunk.handlers) {
    put(handler.begin), put(handler.end), put(handler.target);
    put(handler.slot), put(static_cast<uint16_t>(handler.cleanup));
  }
  count(chunk.keys.size());
  for (const KeyParameter& key : chunk.keys) put(atom(key.keyword)), put(key.slot);
  count(chunk.constants.size());
  for (Value constant : chunk.constants) value(constant);
}

void ImageWriter::value(Value value) {
  switch (value.tag()) {
    case Tag::kNil:
    case Tag::kFalse:
    case Tag::kTrue:
    case Tag::kInteger:
    case Tag::kNatural:
    case Tag::kDouble:
    case Tag::kCharacter:
    case Tag::kUnbound:
      return kind(ValueKind::kImmediate), put(static_cast<uint8_t>(value.tag())), put(value.natural);
    case Tag::kSymbol:
    case Tag::kKeyword:
      return kind(ValueKind::kAtom), put(atom(value.as<Symbol>()));
    case Tag::kString:
      return kind(ValueKind::kString), append_text(forms_, value.as<String>()->view());
    case Tag::kBigInt:
      return big_integer(*value.as<BigInt>());
    case Tag::kPair:
      return list(value);
    case Tag::kVector:
      kind(ValueKind::kVector), count(value.as<Vector>()->size);
      for (uint32_t i = 0; i < value.as<Vector>()->size; i++) this->value(value.as<Vector>()->items[i]);
      return;
    case Tag::kMap:
      return map(*value.as<Map>());
    case Tag::kBytes:
      kind(ValueKind::kBytes), count(value.as<Bytes>()->size);
      forms_.append(reinterpret_cast<const char*>(value.as<Bytes>()->data), value.as<Bytes>()->size);
      return;
    case Tag::kChunk:
      return kind(ValueKind::kChunk), chunk(*value.as<Chunk>());
    case Tag::kCell:
      if (value.as<Cell>()->module != runtime_.prelude) return cannot_hold(value);
      return kind(ValueKind::kCell), put(atom(value.as<Cell>()->name));
    default:
      return defined(value);
  }
}

void ImageWriter::list(Value list) {
  kind(ValueKind::kList);
  count(list_length(list));
  for (; list.is(Tag::kPair); list = tail(list)) {
    span(list.as<Pair>()->span);
    value(head(list));
  }
  value(list);
}

void ImageWriter::map(const Map& map) {
  kind(ValueKind::kMap);
  count(map.count);
  map_each(map, [this](Value key, Value item) {
    value(key);
    value(item);
  });
}

void ImageWriter::big_integer(const BigInt& number) {
  kind(ValueKind::kBigInt);
  put(static_cast<uint8_t>(number.sign < 0));
  count(number.limb_count);
  for (uint32_t i = 0; i < number.limb_count; i++) put(number.limbs[i]);
}

void ImageWriter::defined(Value value) {
  Symbol* name = name_of(value);
  if (!name) return cannot_hold(value);
  kind(ValueKind::kDefined);
  put(atom(name));
}

Symbol* ImageWriter::name_of(Value value) const {
  for (const auto& [name, cell] : runtime_.prelude->cells)
    if (cell->value.same(value)) return name;
  return nullptr;
}

uint32_t ImageWriter::atom(Symbol* symbol) {
  const auto [place, added] = atom_index_.try_emplace(symbol, static_cast<uint32_t>(atom_index_.size()));
  if (added) {
    const AtomKind atom_kind = symbol->kind == Tag::kKeyword                       ? AtomKind::kKeyword
                               : runtime_.symbols.intern(symbol->view()) == symbol ? AtomKind::kSymbol
                                                                                   : AtomKind::kGensym;
    append(atoms_, atom_kind);
    append_text(atoms_, symbol->view());
  }
  return place->second;
}

void ImageWriter::cannot_hold(Value value) {
  if (problem_.empty()) problem_ = print_short(runtime_, value);
}

}  // namespace elle::lang
