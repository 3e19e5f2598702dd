#include "core/base/error.h"

namespace elle::core {

std::string_view error_kind_name(ErrorKind kind) {
  static constexpr std::string_view kNames[] = {
#define X(kind, name) name,
      ELLE_ERROR_KINDS(X)
#undef X
  };
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace elle::core
