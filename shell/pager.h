// Long texts for people: one screen at a time.
#pragma once

#include <string_view>

namespace elle::shell {

// True when `text`, whole lines, takes more rows than a terminal of this size shows at once. Escape sequences take no
// room.
bool is_longer_than(std::string_view text, size_t columns, size_t rows);

// Shows `text` with $PAGER, else with `less` where it is installed. False when there is no pager or it failed, so that
// the text is still to be shown.
bool show_in_pager(std::string_view text);

}  // namespace elle::shell
