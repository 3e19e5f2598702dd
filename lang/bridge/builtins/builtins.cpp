// All functions of the language that reach C, into the prelude.
#include "lang/bridge/builtins/builtins.h"

namespace elle::lang {

void define_bridge_builtins(Runtime& runtime) {
  define_library_builtins(runtime);
  define_verify_builtins(runtime);
  define_struct_builtins(runtime);
  define_enum_builtins(runtime);
  define_memory_builtins(runtime);
  define_layout_builtins(runtime);
  define_header_builtins(runtime);
  define_callback_builtins(runtime);
  define_c_inline_builtins(runtime);
  define_discovery_builtins(runtime);
  define_loaded_builtins(runtime);
  define_source_builtins(runtime);
}

}  // namespace elle::lang
