// Short texts in aligned columns, for people.
#pragma once

#include <string>
#include <vector>

#include "lang/text/output.h"
#include "lang/text/paint.h"

namespace elle::lang {

class Table {
 public:
  // A role for each column.
  explicit Table(std::vector<Role> roles) : roles_(std::move(roles)) {}

  // What stands above the columns.
  void head(std::vector<std::string> cells);
  // A row has a cell for each column; a cell is one line of text.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  size_t rows() const { return rows_.size(); }

  // Whole lines, each begun with `indent` spaces. A row is one line: where `columns` are too few the widest cells are
  // cut and end in "…". 0: as wide as the cells are.
  std::string text(const Paint& paint, size_t columns, size_t indent = 0) const;
  // For who reads `out`.
  std::string text(const Output& out, size_t indent = 0) const {
    return text(Paint(out.colour()), out.columns(), indent);
  }

 private:
  std::vector<size_t> widths(size_t room) const;
  std::string line(size_t row, const std::vector<size_t>& widths, const Paint& paint) const;

  std::vector<Role> roles_;
  std::vector<std::vector<std::string>> rows_;
  bool has_head_ = false;
};

}  // namespace elle::lang
