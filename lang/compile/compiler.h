// Forms to chunks: analyse (names, macros, tail positions) and emit (registers, jumps).
#pragma once

#include "lang/code/chunk.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

class VM;

// Compiles one top-level form of `module` into a chunk without parameters. Runs macros, so it can collect: `form` must
// be rooted by the caller. A failure carries the place of what is wrong.
Result<Value> compile_form(VM& vm, Module* module, Value form, Span span);

// Expands the macro call at the head of `form` until it is none; `expanded` tells whether it was one.
Result<Value> macroexpand_head(VM& vm, Module* module, Value form, bool once, bool* expanded);

// The cell that `name` means in `module`: its own, the prelude's, or that of an imported module; null when there is
// none.
Cell* find_global(Runtime& runtime, const Module& module, Symbol* name);
// The cell that `name` means in `module`; when there is none, a new unbound one of its own.
Cell* resolve_global(Runtime& runtime, Module* module, Symbol* name);

}  // namespace elle::lang
