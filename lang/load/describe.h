// What a name is, for `doc`, the prompt and a language server.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lang/print/page.h"
#include "lang/vm/vm.h"

namespace elle::lang {

// The documentation of `name` as `module` sees it, whole lines laid out for `screen`; nothing when nothing has that
// name.
std::optional<std::string> describe_name(VM& vm, Module& module, std::string_view name, const Screen& screen);

// All names that the language itself has, in order.
std::vector<std::string_view> language_names(const Runtime& runtime);

// `documentation` and what `doc` stands on.
void define_help_builtins(Runtime& runtime);
// What `help` and `tour` stand on.
void define_guide_builtins(Runtime& runtime);
// `apropos` and `find-names`.
void define_apropos(Runtime& runtime);
// `save-session`.
void define_save_session(Runtime& runtime);
// `reload`.
void define_reload(Runtime& runtime);

}  // namespace elle::lang
