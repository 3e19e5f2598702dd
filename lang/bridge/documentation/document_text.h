// A header's, a .gir file's or a manual's documentation on a page.
#pragma once

#include "core/documentation/document.h"

#include "lang/print/page.h"

namespace elle::lang {

// Text, then parts under `parts_title` ("Parameters"; none when empty), result, and what else to see.
void put_document(Page& page, const core::Document& document, std::string_view parts_title);

// A table of names and what is said of each, below a heading; nothing when there are none.
void put_section(Page& page, std::string_view title, const std::vector<core::NamedText>& names);

}  // namespace elle::lang
