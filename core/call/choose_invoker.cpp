#include "core/base/file.h"
#include "core/call/invoker.h"

namespace elle::core {

std::unique_ptr<Invoker> make_chosen_invoker() {
  return environment("ELLE_INVOKER") == "libffi" ? make_libffi_invoker() : make_native_invoker();
}

}  // namespace elle::core
