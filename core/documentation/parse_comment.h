// A header's comment, without its markers, as a document. How it is written is seen from the text: Doxygen and Javadoc
// (\param, @return), gtk-doc and kerneldoc (a first line `name:` or `name -`, then @parameter: lines), sqlite's
// (CAPI3REF with HTML), and plain words.
#pragma once

#include <string_view>

#include "core/documentation/document.h"

namespace elle::core {

Document parse_comment(std::string_view comment);

}  // namespace elle::core
