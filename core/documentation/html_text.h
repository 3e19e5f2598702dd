// HTML in comments, as sqlite's and some Doxygen have it, as plain text that text_blocks() reads.
#pragma once

#include <string>
#include <string_view>

namespace elle::core {

// `text` with the tags that are HTML's replaced or left out and the entities resolved. Anything else in angle brackets,
// such as <stdio.h>, stays.
std::string html_to_text(std::string_view text);

}  // namespace elle::core
