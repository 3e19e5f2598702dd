// The functions of the language that are written in C++. One file per theme, each with one table.
#pragma once

#include "lang/runtime/runtime.h"

namespace elle::lang {

// Into the prelude: all functions and constants (`pi`, `stdout`, …).
void define_all_builtins(Runtime& runtime);

// Themes. Each adds its table.
void define_predicates(Runtime& runtime);
void define_numbers(Runtime& runtime);
void define_math(Runtime& runtime);
void define_bits(Runtime& runtime);
void define_collections(Runtime& runtime);
void define_lists(Runtime& runtime);
void define_vectors(Runtime& runtime);
void define_maps(Runtime& runtime);
void define_bytes(Runtime& runtime);
void define_ordering(Runtime& runtime);
void define_strings(Runtime& runtime);
void define_string_search(Runtime& runtime);
void define_characters(Runtime& runtime);
void define_evaluation(Runtime& runtime);
void define_symbols(Runtime& runtime);
void define_printing(Runtime& runtime);
void define_errors(Runtime& runtime);
void define_streams(Runtime& runtime);
void define_files(Runtime& runtime);
void define_paths(Runtime& runtime);
void define_processes(Runtime& runtime);
void define_time(Runtime& runtime);
void define_regexes(Runtime& runtime);
void define_json(Runtime& runtime);

}  // namespace elle::lang
