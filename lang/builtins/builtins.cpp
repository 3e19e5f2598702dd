// All groups of builtins, in one list.
#include "lang/builtins/builtins.h"

namespace elle::lang {

void define_all_builtins(Runtime& runtime) {
  define_predicates(runtime);
  define_numbers(runtime);
  define_math(runtime);
  define_bits(runtime);
  define_collections(runtime);
  define_lists(runtime);
  define_vectors(runtime);
  define_maps(runtime);
  define_bytes(runtime);
  define_ordering(runtime);
  define_strings(runtime);
  define_string_search(runtime);
  define_characters(runtime);
  define_evaluation(runtime);
  define_symbols(runtime);
  define_printing(runtime);
  define_errors(runtime);
  define_streams(runtime);
  define_files(runtime);
  define_paths(runtime);
  define_processes(runtime);
  define_time(runtime);
  define_regexes(runtime);
  define_json(runtime);
}

}  // namespace elle::lang
