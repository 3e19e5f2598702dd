// What is written of a C declaration, wherever that is: the comment above it, one below it (zlib.h), the library's .gir
// file.
#pragma once

#include <optional>
#include <string>

#include "core/declarations/declarations_file.h"
#include "core/documentation/gir_texts.h"

namespace elle::lang {

struct BridgeContext;
struct FoundText {
  core::Document document;
  std::optional<core::GirText> gir;  // when a .gir file has it, whether or not `document` is its
};

FoundText find_text(BridgeContext& bridge, const core::Declaration& declaration);

// What .gir files alone know: signals, properties.
std::optional<core::GirText> find_gir_text(BridgeContext& bridge, std::string_view name);

// Whether a header has changed since it was read, or is gone.
bool header_changed(const core::DeclarationsFile& file, std::string_view path);

// The header's text as it was when it was read; nothing when it has changed since, or is gone.
std::optional<std::string> unchanged_header(const core::DeclarationsFile& file, std::string_view path);

}  // namespace elle::lang
