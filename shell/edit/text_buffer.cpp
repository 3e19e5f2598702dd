#include "shell/edit/text_buffer.h"

#include <utility>

namespace elle::shell {

void TextBuffer::apply(const Change& change) {
  text_.replace(change.at, change.removed.size(), change.inserted);
  cursor_ = change.at + change.inserted.size();
}

void TextBuffer::replace(size_t begin, size_t end, std::string_view with) {
  const std::string_view removed = std::string_view(text_).substr(begin, end - begin);
  if (removed != with) {
    done_.push_back({begin, std::string(removed), std::string(with), cursor_});
    undone_.clear();
    apply(done_.back());
  }
  cursor_ = begin + with.size();
}

// A step ends where a word begins.
bool TextBuffer::continues_typing(std::string_view text) const {
  if (done_.empty() || !done_.back().typed || !undone_.empty()) return false;
  const Change& last = done_.back();
  const bool begins_word = last.inserted.ends_with(' ') && text != " ";
  return last.at + last.inserted.size() == cursor_ && !begins_word;
}

void TextBuffer::type(std::string_view text) {
  if (!continues_typing(text)) {
    replace(cursor_, cursor_, text);
    done_.back().typed = true;
    return;
  }
  done_.back().inserted += text;
  text_.insert(cursor_, text);
  cursor_ += text.size();
}

void TextBuffer::clear() { *this = TextBuffer(); }

bool TextBuffer::undo() {
  if (done_.empty()) return false;
  Change change = std::move(done_.back());
  done_.pop_back();
  apply({change.at, change.inserted, change.removed, 0});
  cursor_ = change.cursor;
  undone_.push_back(std::move(change));
  return true;
}

bool TextBuffer::redo() {
  if (undone_.empty()) return false;
  apply(undone_.back());
  done_.push_back(std::move(undone_.back()));
  done_.back().typed = false;
  undone_.pop_back();
  return true;
}

}  // namespace elle::shell
