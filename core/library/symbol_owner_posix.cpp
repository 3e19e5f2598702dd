#include <dlfcn.h>

#include "core/library/symbol_owner.h"

namespace elle::core {

std::string file_with_address(const void* address) {
  Dl_info info;
  return ::dladdr(address, &info) && info.dli_fname ? std::string(info.dli_fname) : std::string();
}

}  // namespace elle::core
