// Reads of C memory that may not be there, for displays: what cannot be read is told, never a fault.
#pragma once

#include <optional>
#include <string>

namespace elle::lang {

struct BridgeContext;

// False when not all of it is readable.
bool read_bytes(BridgeContext& bridge, void* to, const void* from, size_t size);
// How many of `size` bytes from `from` on are readable.
size_t readable_bytes(BridgeContext& bridge, const void* from, size_t size);
// The C text at an address as a Lisp string is written, `"hello"`, with "…" behind when it is longer than `limit` bytes
// or ends at memory that is not readable; nothing when it does not begin in readable memory, or is no UTF-8 text.
std::optional<std::string> text_at(BridgeContext& bridge, const void* address, size_t limit);

}  // namespace elle::lang
