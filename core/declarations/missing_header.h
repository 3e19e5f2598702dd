// The error about a header that is missing: elle-headers finds out that it is and writes the message; the program that
// asked looks, once nothing else has helped, for the package to install.
#pragma once

#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/declarations/header_loader.h"

namespace elle::core {

// The first line of such a message.
std::string missing_header_line(std::string_view header);

// Makes the next step name the package, where `error` is about a missing header and the package is known.
void advise_on_missing_header(Error& error, const HeaderRequest& request);

}  // namespace elle::core
