#include "lang/bridge/call_native.h"

#include "lang/vm/vm.h"

namespace elle::lang {

Result<Value> call_native(VM& vm, NativeFunction&, Args) {
  return vm.runtime().fail(ErrorKind::kType, "C functions cannot be called in this build.");
}

}  // namespace elle::lang
