// Bytecode as text, and the check that a chunk can be run.
#pragma once

#include <optional>
#include <string>

#include "lang/code/chunk.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

// One line an instruction; inner functions follow.
std::string disassemble(const Runtime& runtime, const Chunk& chunk);

// What is wrong with a chunk: a register, constant, capture or jump out of range, a test without its jump, code that
// runs off its end. Nothing when it is sound. Inner chunks are checked as well.
std::optional<std::string> verify(const Chunk& chunk);

}  // namespace elle::lang
