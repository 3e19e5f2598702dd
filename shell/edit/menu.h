// The menu of what could stand where one is typing.
#pragma once

#include <string>
#include <vector>

#include "lang/session.h"
#include "lang/text/paint.h"

#include "shell/edit/frame.h"

namespace elle::shell {

class Menu {
 public:
  // `text` and `cursor` are what is given back when the menu is cancelled. REQUIRES: there are candidates.
  Menu(lang::Completions found, std::string text, size_t cursor)
      : found_(std::move(found)), text_before_(std::move(text)), cursor_before_(cursor) {}

  // More was typed. REQUIRES: there are candidates.
  void renew(lang::Completions found);

  const lang::Completions& found() const { return found_; }
  const lang::Candidate& selected() const { return found_.candidates[selected_]; }
  const std::string& text_before() const { return text_before_; }
  size_t cursor_before() const { return cursor_before_; }

  // Round and round.
  void next() { selected_ = (selected_ + 1) % found_.candidates.size(); }
  void previous() { selected_ = (selected_ + found_.candidates.size() - 1) % found_.candidates.size(); }
  // To the row above or below, as they were shown last.
  void up();
  void down();

  // At most `height` rows, the one with the selection among them.
  std::vector<FrameRow> rows(size_t columns, size_t height, const lang::Paint& paint);

 private:
  std::vector<FrameRow> list_rows(size_t columns, const lang::Paint& paint) const;
  std::vector<FrameRow> grid_rows(size_t columns, size_t height, const lang::Paint& paint);
  FrameRow grid_row(size_t first, size_t columns, size_t cell, const lang::Paint& paint) const;
  FrameRow status_row(size_t columns, const lang::Paint& paint) const;
  std::string painted(size_t index, std::string_view text, const lang::Paint& paint) const;
  size_t name_columns(size_t columns) const;
  bool fits_list(size_t columns, size_t height) const;

  lang::Completions found_;
  std::string text_before_;
  size_t cursor_before_;
  size_t selected_ = 0;
  size_t top_ = 0;      // the first row that is shown
  size_t per_row_ = 1;  // candidates
};

}  // namespace elle::shell
