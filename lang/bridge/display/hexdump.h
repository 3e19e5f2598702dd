// Memory byte by byte: offset, hexadecimal, text, and beside them the fields whose bytes they are.
#pragma once

#include <string>
#include <vector>

#include "core/types/record_parts.h"

#include "lang/bridge/display/object_text.h"
#include "lang/display/show_options.h"

namespace elle::lang {

// The `size` bytes at `at`, sixteen to a line. Where memory ends before them, a last line says so.
std::string hexdump_text(BridgeContext& bridge, const std::byte* at, uint64_t size, const ShowOptions& options);

// The same with names: the first `count` objects of `type`, their fields on lines of their own. Bytes that belong to
// none are shown without.
std::string typed_hexdump_text(BridgeContext& bridge, core::TypeId type, uint64_t count, const std::byte* at,
                               uint64_t size, const ShowOptions& options);

}  // namespace elle::lang
