#include "lang/image/standard_library.h"

#include "lang/load/report.h"

namespace elle::lang {

Result<core::Done> load_standard_library(Runtime& runtime, Loader& loader) {
  for (const LibrarySource& source : library_sources()) {
    ReadForms forms = read_forms(runtime, runtime.sources.add_static(source.name, source.text));
    if (!forms.problems.empty()) return problems_failure(runtime, forms.problems);
    TRY(loader.run_forms(runtime.prelude, forms));
  }
  for (auto& [name, cell] : runtime.prelude->cells) cell->flags |= Cell::kConstant;
  return core::Done{};
}

}  // namespace elle::lang
