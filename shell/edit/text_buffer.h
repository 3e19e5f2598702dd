// The text being edited, its cursor, and the way back. Offsets are bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace elle::shell {

class TextBuffer {
 public:
  const std::string& text() const { return text_; }
  size_t cursor() const { return cursor_; }
  void move(size_t cursor) { cursor_ = cursor; }

  // Each call is one step of undo. The cursor goes behind `with`.
  void replace(size_t begin, size_t end, std::string_view with);
  // At the cursor. What is typed without a pause for another command is undone word by word.
  void type(std::string_view text);
  // As one step.
  void set(std::string_view text) { replace(0, text_.size(), text); }
  // As new: nothing to undo.
  void clear();

  // False when there is nothing to undo or redo.
  bool undo();
  bool redo();

 private:
  struct Change {
    size_t at;
    std::string removed;
    std::string inserted;
    size_t cursor;  // before it
    bool typed = false;
  };
  bool continues_typing(std::string_view text) const;
  void apply(const Change& change);

  std::string text_;
  size_t cursor_ = 0;
  std::vector<Change> done_;
  std::vector<Change> undone_;
};

}  // namespace elle::shell
