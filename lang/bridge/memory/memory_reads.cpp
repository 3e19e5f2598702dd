// Memory that is not there is an answer here and no error. Each read is an activation of the guard of its own, which
// costs too much for what scripts do: they go by foreign_memory.h.
#include "lang/bridge/memory/memory_reads.h"

#include <algorithm>
#include <cstdint>

#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

// Memory comes and goes by pages of at least so many bytes, so a read inside one is whole or fails.
constexpr size_t kPage = 4096;

size_t left_in_page(const std::byte* at) { return kPage - reinterpret_cast<uintptr_t>(at) % kPage; }

}  // namespace

bool read_bytes(BridgeContext& bridge, void* to, const void* from, size_t size) {
  return bridge.thread->guard.read_memory(to, from, size);
}

size_t readable_bytes(BridgeContext& bridge, const void* from, size_t size) {
  const auto* at = static_cast<const std::byte*>(from);
  size_t readable = 0;
  std::byte probe;
  while (readable < size && read_bytes(bridge, &probe, at + readable, 1)) readable += left_in_page(at + readable);
  return std::min(readable, size);
}

std::optional<std::string> text_at(BridgeContext& bridge, const void* address, size_t limit) {
  // Byte by byte: what comes after the end of a text is nobody's business.
  std::string text;
  char next = 1;
  while (text.size() < limit && read_bytes(bridge, &next, static_cast<const char*>(address) + text.size(), 1) && next)
    text += next;
  const bool whole = next == 0;
  if (!whole && text.empty()) return std::nullopt;
  const size_t invalid = find_invalid_utf8(text);
  if (invalid != std::string_view::npos) {
    // A cut may have gone through the last character.
    if (whole || invalid + 4 <= text.size()) return std::nullopt;
    text.resize(invalid);
  }
  return print_value(bridge.runtime.views, bridge.runtime.string(text)) + (whole ? "" : "…");
}

}  // namespace elle::lang
