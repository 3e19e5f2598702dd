// Names of the image become symbols when somebody first meets them: a session meets few of them.
#include "lang/image/atoms.h"

namespace elle::lang {

void ImageAtoms::read(ImageReader& in) {
  symbols_.resize(in.count(sizeof(Entry)));
  entries_ = in.skip(symbols_.size() * sizeof(Entry));
  texts_ = in.text();
}

Symbol* ImageAtoms::make(uint32_t index) const {
  Entry entry;
  std::memcpy(&entry, entries_ + index * sizeof(Entry), sizeof entry);
  const std::string_view text =
      entry.begin <= texts_.size() ? texts_.substr(entry.begin, entry.length) : std::string_view();
  if (entry.kind == image::AtomKind::kSymbol) return runtime_.symbols.intern(text);
  if (entry.kind == image::AtomKind::kKeyword) return runtime_.symbols.intern_keyword(text);
  return runtime_.heap.symbol(text, symbol_hash(text), Tag::kSymbol);
}

void ImageAtoms::mark(Marker& marker) const {
  for (Symbol* symbol : symbols_) marker.mark(symbol);
}

}  // namespace elle::lang
