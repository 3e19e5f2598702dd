// Which loaded file a function or variable lies in: looking a name up in a library also finds what the libraries it
// needs have.
#pragma once

#include <string>

namespace elle::core {

// Its path; "" for an address that no file has.
std::string file_with_address(const void* address);

}  // namespace elle::core
