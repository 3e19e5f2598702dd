#include "core/thunk/header_state.h"

#include <fmt/format.h>

#include "core/base/hash.h"

namespace elle::core {

std::string header_state(const DeclarationsFile& file) {
  std::string inputs;
  for (uint32_t i = 0; i < file.count(format::SectionKind::kInputs); i++) {
    const auto& input = file.row<format::InputRow>(format::SectionKind::kInputs, i);
    inputs += fmt::format("{} {} {}\n", file.string(input.path), input.size, input.mtime_ns);
  }
  return fmt::format("/* headers {:016x} */\n", hash_text(inputs));
}

}  // namespace elle::core
