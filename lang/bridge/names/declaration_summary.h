// A declaration in one line, as lists of names show it.
#pragma once

#include <string>
#include <string_view>

#include "core/declarations/declarations_file.h"

namespace elle::lang {

struct BridgeContext;
struct LoadedLibrary;

// "function", "macro", "constant", "type" or "variable": what it is to whoever uses it. A macro that stands for a
// function or a type is one.
std::string_view use_of(const core::Declaration& declaration);

// How it is written in Lisp: what is called in small letters, all else as in C.
std::string lisp_name(const core::Declaration& declaration);

// "GtkWidget *gtk_window_new(void)", "= 640", "struct, 24 bytes", "int optind". Nothing is run for it.
std::string declaration_summary(BridgeContext& bridge, LoadedLibrary& library, const core::Declaration& declaration);

// The prototype of a function; its name alone when its type is none that Elle has.
std::string prototype_of(BridgeContext& bridge, const LoadedLibrary& library, const core::Declaration& function);

}  // namespace elle::lang
