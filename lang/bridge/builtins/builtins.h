// The functions through which scripts reach C.
#pragma once

#include "lang/runtime/runtime.h"

namespace elle::lang {

// All of them, into the prelude.
void define_bridge_builtins(Runtime& runtime);

void define_library_builtins(Runtime& runtime);    // load-library, load-header-with-lib, use-library, ffi-call, …
void define_verify_builtins(Runtime& runtime);     // verify-library
void define_struct_builtins(Runtime& runtime);     // make-struct, struct-get, c-type, sizeof, …
void define_enum_builtins(Runtime& runtime);       // define-enum, enum-name
void define_memory_builtins(Runtime& runtime);     // deref, cast, ptr+, view, c-string, free, …
void define_layout_builtins(Runtime& runtime);     // hexdump, layout
void define_header_builtins(Runtime& runtime);     // parse-c-header
void define_callback_builtins(Runtime& runtime);   // make-c-callback, errno, …
void define_discovery_builtins(Runtime& runtime);  // who-takes, who-returns, how-to-get
void define_loaded_builtins(Runtime& runtime);     // loaded, loaded-libraries
void define_source_builtins(Runtime& runtime);     // source, header-of
void define_c_inline_builtins(Runtime& runtime);   // what c-inline and c-declare expand to

}  // namespace elle::lang
