// Calls that libffi does not carry, through a C function compiled for their signature: vectors and _Float128 by value,
// arguments aligned to more than 16 bytes, records with such members. It reads each argument from the frame as what it
// is, and calls; how the ABI passes it is the compiler's to know.
#pragma once

#include <memory>

#include "core/call/invoker.h"
#include "core/thunk/c_compiler.h"

namespace elle::core {

// Prepares with `usual` what that can carry, and the rest with a thunk. `compiler` is borrowed and must outlive it.
std::unique_ptr<Invoker> make_thunk_invoker(std::unique_ptr<Invoker> usual, CCompiler& compiler);

}  // namespace elle::core
