// How a C function is called from Lisp, and which library has it.
#pragma once

#include <string>

#include "core/declarations/declarations_file.h"

namespace elle::lang {

struct BridgeContext;
struct LoadedLibrary;

// "In Lisp: (gtk-window-set-title window title)", and which arguments may be left out.
std::string usage_text(BridgeContext& bridge, const LoadedLibrary& library, const core::Declaration& declaration);

// "libz.so.1"; "" for what no library exports.
std::string exporter_of(BridgeContext& bridge, const LoadedLibrary& library, const core::Declaration& declaration);

}  // namespace elle::lang
