// System V AMD64 ABI 3.2.3: vectors of 32 and 64 bytes travel in one vector register, where there are such registers;
// compilers that may not use them pass such vectors in ways of their own.
#include <fmt/format.h>

#include "core/thunk/signature_text.h"

namespace elle::core {

namespace {

Failed<std::unique_ptr<Error>> no_registers(uint64_t bytes) {
  return fail(ErrorKind::kConversion,
              fmt::format("A vector of {} bytes cannot be passed: this processor has no registers for it.", bytes), {},
              {{"direction", Word{"to-c"}}, {"reason", "this processor has no registers for it"}});
}

}  // namespace

Result<std::vector<std::string>> vector_flags(uint64_t bytes) {
  using Flags = std::vector<std::string>;
  if (bytes == 64) return __builtin_cpu_supports("avx512f") ? Result<Flags>(Flags{"-mavx512f"}) : no_registers(bytes);
  if (bytes == 32) return __builtin_cpu_supports("avx") ? Result<Flags>(Flags{"-mavx"}) : no_registers(bytes);
  return Flags{};
}

}  // namespace elle::core
