// Comments with the commands of Doxygen and Javadoc.
#pragma once

#include <string_view>

#include "core/documentation/document.h"

namespace elle::core {

// Whether it has a command that only Doxygen or Javadoc know.
bool is_doxygen(std::string_view comment);
Document parse_doxygen(std::string_view comment);

}  // namespace elle::core
