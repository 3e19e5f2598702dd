// Maps that are alike, as the rows of one table.
#include "lang/display/record_table.h"

#include <algorithm>

#include "lang/data/map.h"
#include "lang/data/sequence_items.h"
#include "lang/display/value_text.h"
#include "lang/print/table.h"
#include "lang/text/grouped.h"
#include "lang/value/walk.h"

namespace elle::lang {

namespace {

constexpr uint64_t kRows = 50;
// A column narrower than this shows nothing of its cells.
constexpr size_t kColumnWidth = 10;
constexpr size_t kCellLength = 200;

bool is_row(Value row, const Map& first) {
  if (!row.is(Tag::kMap) || row.as<Map>()->count != first.count) return false;
  bool alike = true;
  map_each(first, [&](Value key, Value&) {
    const Value* found = map_find(*row.as<Map>(), key);
    alike = alike && found && !is_collection(*found);
  });
  return alike;
}

// A column's name: keywords keep their colon, so that it can be typed.
std::vector<std::string> column_names(const Runtime& runtime, const Map& first) {
  std::vector<std::string> names;
  map_each(first, [&](Value key, Value&) { names.push_back(item_text(runtime, key, kCellLength)); });
  return names;
}

}  // namespace

std::optional<std::string> record_table(const Runtime& runtime, Value rows, const ShowOptions& options) {
  if (rows.is(Tag::kMap)) return std::nullopt;
  const uint64_t count = item_count(rows);
  if (count < 2 || !ItemCursor(rows).next()->is(Tag::kMap)) return std::nullopt;
  const Map& first = *ItemCursor(rows).next()->as<Map>();
  if (first.count == 0 || first.count * kColumnWidth > options.columns) return std::nullopt;
  Table table(std::vector<Role>(first.count, Role::kPlain));
  table.head(column_names(runtime, first));
  ItemCursor items(rows);
  const uint64_t shown = options.whole ? count : std::min(count, kRows);
  for (uint64_t i = 0; i < shown; i++) {
    const Value row = *items.next();
    if (!is_row(row, first)) return std::nullopt;
    std::vector<std::string> cells;
    map_each(first, [&](Value key, Value&) {
      cells.push_back(item_text(runtime, *map_find(*row.as<Map>(), key), options.whole ? 0 : kCellLength));
    });
    table.add(std::move(cells));
  }
  std::string text = table.text(options.paint, options.whole ? 0 : options.columns);
  const std::string left = shown < count ? fmt::format("… {} more rows of {}; {} shows all", grouped(count - shown),
                                                       grouped(count), options.way_to_all)
                                         : fmt::format("{} rows", grouped(count));
  return text + options.paint(Role::kDim, left) + "\n";
}

}  // namespace elle::lang
