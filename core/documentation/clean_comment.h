// Comments without the marks that make them comments.
#pragma once

#include <string>
#include <string_view>

namespace elle::core {

// Without markers, leading stars and empty lines at both ends. Lines keep how far they are indented against each other:
// lists and code show by that.
std::string clean_comment(std::string_view comment);

}  // namespace elle::core
