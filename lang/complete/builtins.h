// `completions` and `signature-hint`.
#pragma once

namespace elle::lang {

class Runtime;

void define_completion_builtins(Runtime& runtime);

}  // namespace elle::lang
