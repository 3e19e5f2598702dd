// Where headers are looked for, in order, as this machine's C compiler does.
#pragma once

#include <string>
#include <vector>

#include "core/declarations/header_loader.h"

namespace elle::core::headers {

struct SearchPath {
  std::vector<std::string> folders;  // all of them, in the order they are searched
  size_t user_count = 0;             // the first so many are the request's own, the rest the system's
};

// The request's folders (-I, also among its flags), those of CPATH and C_INCLUDE_PATH, then the compiler's own headers
// (libclang's, else gcc's), /usr/local/include, the multiarch folder and /usr/include. Only folders there are.
SearchPath search_path(const HeaderRequest& request);

// The request, and for each header that its search path lacks the flags of the package that has it. A header that no
// package has either is left to the compiler's own complaint.
Result<HeaderRequest> with_package_flags(const HeaderRequest& request);

}  // namespace elle::core::headers
