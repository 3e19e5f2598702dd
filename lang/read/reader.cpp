// A text to forms: tokens one by one, handed to a FormBuilder.
#include "lang/read/reader.h"

#include "lang/read/form_builder.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

// What is not text at all is told once, at its first byte: everything after it would be noise.
ReadForms reject_binary(Runtime& runtime, uint32_t place, uint8_t byte) {
  ReadForms result;
  result.forms = object_value(Tag::kVector, runtime.heap.vector(0));
  result.problems.push_back({{place, place + 1},
                             byte == 0 ? "There is a zero byte here: this is not a text."
                                       : fmt::format("The byte 0x{:02x} here is not UTF-8.", byte),
                             "Elle reads texts in UTF-8."});
  return result;
}

}  // namespace

ReadForms read_forms(Runtime& runtime, uint32_t source) {
  uint32_t begin;
  const std::string_view text = runtime.sources.text_at(source, &begin);
  const size_t bad = std::min(find_invalid_utf8(text), text.find('\0'));
  if (bad != text.npos)
    return reject_binary(runtime, begin + static_cast<uint32_t>(bad), static_cast<uint8_t>(text[bad]));

  FormBuilder builder(runtime, text, begin);
  for (const Token& token : tokens_of(text)) {
    builder.take(token);
    if (builder.stopped()) break;
  }
  return builder.finish();
}

}  // namespace elle::lang
