// Writes an image: see format.h.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lang/code/chunk.h"
#include "lang/image/format.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

class ImageWriter {
 public:
  explicit ImageWriter(Runtime& runtime) : runtime_(runtime) {}

  // All sources come before the first form. `begin` is where the source map has it.
  void add_source(std::string_view name, std::string_view text, uint32_t begin);
  // To be called before the form runs: it may replace values that the chunk holds.
  void add_form(const Chunk& chunk);
  // The image, or a failure when a form holds a value that no image can.
  Result<std::string> finish() const;

 private:
  bool definition(const Chunk& form);
  void chunk(const Chunk& chunk);
  void chunk_head(const Chunk& chunk);
  void chunk_rest(const Chunk& chunk);
  void value(Value value);
  void list(Value list);
  void map(const Map& map);
  void big_integer(const BigInt& number);
  // A value that the image can only name: it stands in a variable of the prelude.
  void defined(Value value);
  Symbol* name_of(Value value) const;
  uint32_t atom(Symbol* symbol);
  void cannot_hold(Value value);

  template <class T>
  static void append(std::string& out, T number) {
    out.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
  static void append_text(std::string& out, std::string_view text) {
    append(out, static_cast<uint32_t>(text.size()));
    out += text;
  }
  template <class T>
  void put(T number) {
    append(forms_, number);
  }
  void count(size_t number) { put(static_cast<uint32_t>(number)); }
  void kind(image::ValueKind kind) { put(static_cast<uint8_t>(kind)); }
  void span(Span span) { put(span.begin), put(span.end); }

  Runtime& runtime_;
  std::unordered_map<Symbol*, uint32_t> atom_index_;
  std::string atoms_, atom_texts_, sources_, forms_;
  std::vector<std::pair<Symbol*, Value>> named_;  // what kDefined stands for
  uint32_t source_count_ = 0, first_source_ = 0, form_count_ = 0;
  std::string problem_;  // the first value that could not be written
};

}  // namespace elle::lang
