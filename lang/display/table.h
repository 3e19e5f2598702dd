// Short texts in aligned columns.
#pragma once

#include <string>
#include <vector>

#include "lang/display/show_options.h"

namespace elle::lang {

// At most `columns` wide on a terminal, the last of which then says that there was more.
std::string cut_to_width(std::string text, size_t columns);

class Table {
 public:
  // A role for each column.
  explicit Table(std::vector<Role> roles) : roles_(std::move(roles)) {}

  // What stands above the columns.
  void head(std::vector<std::string> cells);
  // A row has a cell for each column; a cell is one line of text.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  size_t rows() const { return rows_.size(); }
  // Whole lines. Where the screen is too narrow the widest columns are cut.
  std::string text(const ShowOptions& options, size_t indent = 0) const;

 private:
  std::vector<size_t> widths(size_t room) const;
  std::string line(size_t row, const std::vector<size_t>& widths, const ShowOptions& options) const;

  std::vector<Role> roles_;
  std::vector<std::vector<std::string>> rows_;
  bool has_head_ = false;
};

}  // namespace elle::lang
