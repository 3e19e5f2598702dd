// Every text that was read, in one 32-bit address space: a Span is enough to find its source, line and column.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "lang/text/paint.h"
#include "lang/value/span.h"

namespace elle::lang {

struct Place {
  std::string_view source;  // file name, or "<prompt 3>"
  uint32_t line = 0;        // from 1
  uint32_t column = 0;      // from 1, in characters
  std::string_view text;    // the whole line, without its end
};

class SourceMap {
 public:
  // Returns the offset of the text's first byte. Takes a copy, so views into it last as long as the map.
  uint32_t add(std::string name, std::string text);
  // As `add` for text that outlives the map (the embedded stdlib).
  uint32_t add_static(std::string_view name, std::string_view text);

  // The text that contains `offset`, and the offset of its first byte.
  std::string_view text_at(uint32_t offset, uint32_t* begin) const;
  // REQUIRES: the span is known.
  Place place(Span span) const;
  std::string_view text(Span span) const;
  // "file.lisp:3:7"
  std::string place_text(Span span) const;
  // Two lines: the source line, and carets under the span (as far as it lies on that line).
  std::string excerpt(Span span, const Paint& paint = Paint(false)) const;

 private:
  struct Source {
    uint32_t begin;
    std::string name_storage, text_storage;
    std::string_view name, text;
    mutable std::vector<uint32_t> line_starts;  // made on first use
  };
  // One line of a source, and a place on it.
  struct Line {
    uint32_t number;  // from 1
    std::string_view text;
    size_t offset;  // in bytes, at most the line's size
  };
  uint32_t place_last(std::string_view name, std::string_view text);
  const Source& source_at(uint32_t offset) const;
  static Line line_at(const Source& source, uint32_t offset);
  std::deque<Source> sources_;
  uint32_t next_ = 1;
};

}  // namespace elle::lang
