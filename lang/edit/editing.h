// Facts about a text that is being typed: what stands where, which brackets belong together, where a row begins, what
// one step of the cursor is. For whoever lets people edit Elle; nothing here knows a session. Offsets are bytes,
// columns those of a terminal, texts what `safe_text` lets through.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lang/read/tokens.h"
#include "lang/text/paint.h"

namespace elle::lang {

// [begin, end) is shown in a role.
struct Stretch {
  size_t begin;
  size_t end;
  Role role;
};

// A text and what is known of it, after each change anew.
class EditedText {
 public:
  explicit EditedText(std::string text) { change(std::move(text)); }
  void change(std::string text);

  const std::string& text() const { return text_; }

  // In order, without overlaps; what none of them covers is plain.
  std::vector<Stretch> stretches() const;
  // The bracket at `cursor`, else the one that ends there, and the one it belongs to.
  std::optional<std::pair<Stretch, Stretch>> brackets_at(size_t cursor) const;
  // True while something is open, so that more must follow.
  bool unfinished() const;
  // Where a row that begins at `offset` should start, as Lisp is laid out, whatever follows. Nothing inside a string or
  // a comment, where spaces are the writer's own.
  std::optional<size_t> indentation(size_t offset) const;

  // Steps over whole forms, as far as the brackets around `offset` let them.
  size_t form_end(size_t offset) const;
  size_t form_begin(size_t offset) const;
  // The bracket around `offset`; 0 when there is none.
  size_t enclosing(size_t offset) const;

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  // A token and its place among the brackets. `mate` and `outer` are indices: of the bracket that belongs to this one,
  // and of the one around it.
  struct Piece {
    Token token;
    uint32_t mate = kNone;
    uint32_t outer = kNone;
    bool wrong = false;  // a closing bracket that closes nothing, or not what is open
  };

  void match_brackets();
  // Takes the bracket that `closing` closes off `open`.
  void close(uint32_t closing, std::vector<uint32_t>& open);
  bool is_head(uint32_t index) const;
  Role role(uint32_t index) const;
  uint32_t last_before(size_t offset) const;
  uint32_t first_reaching_past(size_t offset) const;
  uint32_t bracket_around(size_t offset) const;
  uint32_t next_item(uint32_t index) const;
  bool is_quoted(uint32_t index) const;
  bool holds_rows(uint32_t index, size_t offset) const;
  size_t column(size_t offset) const;
  std::string_view text_of(uint32_t index) const;

  TokenReader reader_;
  std::string text_;
  std::vector<Piece> pieces_;
  bool left_open_ = false;  // a bracket is
};

// What a reader sees as one character.
struct Grapheme {
  size_t end;
  size_t columns;
};

// Whether a byte goes on with a character (of UTF-8) that one before it began.
bool continues_character(char byte);
// REQUIRES: offset < text.size().
Grapheme grapheme_at(std::string_view text, size_t offset);
// The beginning of the grapheme that ends at `offset`. REQUIRES: 0 < offset.
size_t grapheme_before(std::string_view text, size_t offset);
size_t text_columns(std::string_view text);

// Words are runs of letters and digits, so each part of a kebab name is one.
size_t word_end(std::string_view text, size_t offset);
size_t word_begin(std::string_view text, size_t offset);
// Back over spaces, then to the first character of the name or the like.
size_t name_begin(std::string_view text, size_t offset);
// Both ends of the name at `offset`, or of the one that ends there.
std::pair<size_t, size_t> name_around(std::string_view text, size_t offset);

// The rows of a text, without the newlines between them.
size_t row_begin(std::string_view text, size_t offset);
size_t row_end(std::string_view text, size_t offset);

// What may be edited: valid UTF-8, rows that end in \n, spaces for tabs, no other control characters.
std::string safe_text(std::string_view bytes);

}  // namespace elle::lang
