// How a C function is called from Lisp, and which library has it.
#pragma once

#include <string>

#include "lang/bridge/bridge.h"

namespace elle::lang {

// "In Lisp: (gtk-window-set-title window title)", and which arguments may be left out.
std::string usage_text(Bridge& bridge, const LoadedLibrary& library, const core::Declaration& declaration);

// "libz.so.1"; "" for what no library exports.
std::string exporter_of(Bridge& bridge, const LoadedLibrary& library, const core::Declaration& declaration);

}  // namespace elle::lang
