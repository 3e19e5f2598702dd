#include "shell/edit/screen.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <unistd.h>
#include <utility>

#include "lang/edit/editing.h"

namespace elle::shell {

namespace {

// ECMA-48: CUU, CUD and CUF, ED and EL.
constexpr std::string_view kClearBelow = "\x1b[J";
constexpr std::string_view kClearRight = "\x1b[K";
constexpr std::string_view kClearAll = "\x1b[H\x1b[2J";
// While a frame is shown, pasted text comes between marks (xterm ctlseqs, mode 2004).
constexpr std::string_view kMarkPastes = "\x1b[?2004h";
constexpr std::string_view kDoNotMarkPastes = "\x1b[?2004l";

std::string moved(size_t count, char direction) {
  return count == 0 ? std::string() : "\x1b[" + std::to_string(count) + direction;
}

}  // namespace

void Screen::show(Frame frame) {
  const std::lock_guard lock(mutex_);
  draw(std::move(frame));
  send();
}

void Screen::finish(Frame frame, std::string_view ending) {
  const std::lock_guard lock(mutex_);
  draw(std::move(frame));
  move_to(shown_.size() - 1, shown_.back().columns);
  out_ += ending;
  out_ += kDoNotMarkPastes;
  out_ += "\r\n";
  send();
  live_ = false;
  shown_.clear();
  unfinished_.clear();
}

void Screen::clear() {
  const std::lock_guard lock(mutex_);
  out_ += kClearAll;
  shown_.clear();
  row_ = column_ = 0;
}

bool Screen::is_shown() {
  const std::lock_guard lock(mutex_);
  return live_;
}

bool Screen::write_above(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (!live_) return false;
  erase();
  const std::string all = std::exchange(unfinished_, {}) + std::string(text);
  const size_t whole = all.rfind('\n') + 1;  // npos + 1 is 0
  out_ += all.substr(0, whole);
  unfinished_ = lang::safe_text(all.substr(whole));
  if (lang::text_columns(unfinished_) >= frame_.columns) out_ += std::exchange(unfinished_, {}) + "\n";
  draw(frame_);
  send();
  return true;
}

void Screen::draw(Frame frame) {
  const bool first = !std::exchange(live_, true);
  if (first)
    begin_row(frame.columns);
  else if (frame.columns != frame_.columns)
    erase_rebroken(frame.columns);
  frame_ = std::move(frame);
  size_t count = 0;
  if (!unfinished_.empty()) draw_row(count++, {unfinished_, lang::text_columns(unfinished_)});
  const size_t above = count;
  for (const FrameRow& row : frame_.rows) draw_row(count++, row);
  if (count < shown_.size()) {
    move_to(count, 0);
    out_ += kClearBelow;
    shown_.resize(count);
  }
  move_to(above + frame_.cursor_row, frame_.cursor_column);
  if (first) out_ += kMarkPastes;
}

// C may have written half a row. As many blanks as a row has end in the next row then, and else in the same.
void Screen::begin_row(size_t columns) {
  out_ += std::string(columns, ' ') + "\r";
  row_ = column_ = 0;
}

void Screen::draw_row(size_t index, FrameRow row) {
  if (index < shown_.size() && shown_[index] == row) return;
  if (index < shown_.size() || index == 0) {
    move_to(index, 0);
  } else {
    move_to(index - 1, column_);
    out_ += "\r\n";
    row_ = index;
  }
  out_ += row.text;
  // Behind a full row the cursor still stands on its last character.
  const bool full = row.columns >= frame_.columns;
  if (!full) out_ += kClearRight;
  column_ = full ? kUnknown : row.columns;
  if (index < shown_.size())
    shown_[index] = std::move(row);
  else
    shown_.push_back(std::move(row));
}

void Screen::move_to(size_t row, size_t column) {
  out_ += row < row_ ? moved(row_ - row, 'A') : moved(row - row_, 'B');
  if (column != column_) out_ += "\r" + moved(column, 'C');
  row_ = row;
  column_ = column;
}

void Screen::erase() {
  move_to(0, 0);
  out_ += kClearBelow;
  shown_.clear();
}

void Screen::erase_rebroken(size_t columns) {
  size_t above = frame_.cursor_column / columns;
  for (size_t i = 0; i < row_; i++) above += std::max<size_t>(1, (shown_[i].columns + columns - 1) / columns);
  row_ = above;
  column_ = kUnknown;
  erase();
}

void Screen::send() {
  for (std::string_view rest = out_; !rest.empty();) {
    const ssize_t count = write(STDOUT_FILENO, rest.data(), rest.size());
    if (count >= 0) {
      rest.remove_prefix(static_cast<size_t>(count));
    } else if (errno == EAGAIN) {  // somebody made the terminal non-blocking
      pollfd ready{STDOUT_FILENO, POLLOUT, 0};
      poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      break;  // the terminal is gone: reading says so
    }
  }
  out_.clear();
}

}  // namespace elle::shell
