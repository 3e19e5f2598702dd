// Where headers are looked for, in order, as this machine's C compiler does.
#pragma once

#include <string>
#include <vector>

#include "core/declarations/header_loader.h"

namespace elle::core {

struct SearchPath {
  std::vector<std::string> folders;  // all of them, in the order they are searched
  size_t user_count = 0;             // the first so many are the request's own, the rest the system's
  bool own_system = false;           // a flag (--sysroot, -nostdinc, …) says which the system's are, not this list
};

// The request's folders (-I, also among its flags), those of CPATH and C_INCLUDE_PATH, then the compiler's own headers
// (libclang's, else gcc's), /usr/local/include, the multiarch folder and /usr/include. Only folders there are.
SearchPath search_path(const HeaderRequest& request);

}  // namespace elle::core
