// How to get an object of a type, as a script: what `how-to-get` says.
#pragma once

#include <string>
#include <vector>

#include "core/types/type_table.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;

struct RecipeStep {
  std::string about;              // "SDL_Window *SDL_CreateWindow(const char *title, …)", or what it is
  std::vector<std::string> code;  // lines of Lisp
};

struct Recipe {
  std::vector<RecipeStep> steps;  // the last one gives what was asked for
  std::string start;              // the call that gets the library going, as far as names tell
  std::vector<std::string> then;  // calls that fill it in, when it is memory for a struct: one of them is needed
  size_t others = 0;              // how many other functions give it
};

// A failure for a type that is no object, and for one that nothing gives.
Result<Recipe> recipe_for(BridgeContext& bridge, core::TypeId type);

}  // namespace elle::lang
