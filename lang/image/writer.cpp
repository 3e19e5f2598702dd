// The standard library as an image, made once by the build (stdlib/compile_stdlib.cpp).
//
// Each form is written before it runs and then run, as the loader of a script does: later forms use the macros that
// earlier ones define. What a chunk holds is written by value where it is data, and by name where it is a function or a
// global (kCell, kDefined): those exist in every session before the image is loaded, or were made by a form before.
// That is why `finish` looks whether a name still means what it meant when it was written.
#include "lang/image/writer.h"

#include "core/base/hash.h"

#include "lang/data/map.h"
#include "lang/image/image.h"
#include "lang/load/loader.h"
#include "lang/load/report.h"
#include "lang/print/printer.h"
#include "lang/read/form.h"

namespace elle::lang {

using image::AtomKind;
using image::FormKind;
using image::ValueKind;

void ImageWriter::add_source(std::string_view name, std::string_view text, uint32_t begin) {
  if (source_count_++ == 0) first_source_ = begin;
  append_text(sources_, name);
  append_text(sources_, text);
}

void ImageWriter::add_form(const Chunk& form) {
  form_count_++;
  if (definition(form)) return;
  put(FormKind::kRun);
  chunk(form);
}

// Most forms define one function: kClosure, kDefineGlobal or kDefineMacro, and then nothing but a return of nil.
bool ImageWriter::definition(const Chunk& form) {
  if (form.code.size() < 3 || form.code[0].op() != Opcode::kClosure) return false;
  for (size_t i = 2; i < form.code.size(); i++)
    if (form.code[i].op() != Opcode::kLoadNil && form.code[i].op() != Opcode::kReturn) return false;
  const Instruction define = form.code[1];
  const bool macro = define.op() == Opcode::kDefineMacro;
  if ((!macro && define.op() != Opcode::kDefineGlobal) || define.a() != form.code[0].a()) return false;
  const Cell* cell = form.constants[static_cast<size_t>(define.wide())].as<Cell>();
  if (cell->module != runtime_.prelude) return false;
  put(macro ? FormKind::kDefineMacro : FormKind::kDefine);
  put(atom(cell->name));
  chunk(*form.constants[static_cast<size_t>(form.code[0].wide())].as<Chunk>());
  return true;
}

Result<std::string> ImageWriter::finish() const {
  if (!problem_.empty())
    return runtime_.fail(ErrorKind::kSyntax,
                         fmt::format("The standard library holds {}, which no image can.", problem_),
                         "Compute it when the library starts, or give it a name of its own.");
  for (const auto& [name, value] : named_)
    if (!runtime_.prelude->find(name)->value.same(value))
      return runtime_.fail(ErrorKind::kSyntax,
                           fmt::format("The standard library defines `{}` anew after it was used.", name->view()));
  std::string body;
  append(body, static_cast<uint32_t>(atom_index_.size()));
  body += atoms_;
  append_text(body, atom_texts_);
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
  chunk_head(chunk);
  const size_t size_at = forms_.size();
  count(0);
  chunk_rest(chunk);
  const auto size = static_cast<uint32_t>(forms_.size() - size_at - sizeof(uint32_t));
  forms_.replace(size_at, sizeof size, reinterpret_cast<const char*>(&size), sizeof size);
}

void ImageWriter::chunk_head(const Chunk& chunk) {
  put(chunk.name ? atom(chunk.name) + 1 : uint32_t{0});
  span(chunk.span);
  put(chunk.required), put(chunk.optional), put(chunk.registers);
  put(static_cast<uint8_t>((chunk.has_rest ? image::kHasRest : 0) | (chunk.top_level ? image::kTopLevel : 0)));
  count(chunk.keys.size());
  for (const KeyParameter& key : chunk.keys) put(atom(key.keyword)), put(key.slot);
}

void ImageWriter::chunk_rest(const Chunk& chunk) {
  value(chunk.docstring);
  value(chunk.parameters);
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
  named_.emplace_back(name, value);
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
    append(atoms_, static_cast<uint32_t>(atom_texts_.size()));
    append(atoms_, static_cast<uint16_t>(symbol->length));
    append(atoms_, atom_kind);
    append(atoms_, uint8_t{0});
    atom_texts_ += symbol->view();
  }
  return place->second;
}

void ImageWriter::cannot_hold(Value value) {
  if (problem_.empty()) problem_ = print_short(runtime_.views, value);
}

Result<std::string> compile_library(VM& vm, const std::vector<LibrarySource>& sources) {
  Runtime& runtime = vm.runtime();
  Loader loader(vm);
  ImageWriter writer(runtime);
  loader.on_chunk = [&writer](Chunk* chunk) { writer.add_form(*chunk); };
  std::vector<uint32_t> begins;
  for (const LibrarySource& source : sources) {
    begins.push_back(runtime.sources.add(source.name, source.text));
    writer.add_source(source.name, source.text, begins.back());
  }
  for (uint32_t begin : begins) {
    ReadForms forms = read_forms(runtime, begin);
    if (!forms.problems.empty()) return problems_failure(runtime, forms.problems);
    TRY(loader.run_forms(runtime.prelude, forms));
  }
  return writer.finish();
}

}  // namespace elle::lang
