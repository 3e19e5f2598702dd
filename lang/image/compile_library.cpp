#include "lang/image/image.h"
#include "lang/image/writer.h"
#include "lang/load/loader.h"
#include "lang/load/report.h"

namespace elle::lang {

Result<std::string> compile_library(VM& vm, const std::vector<LibrarySource>& sources) {
  Runtime& runtime = vm.runtime();
  Loader loader(vm);
  ImageWriter writer(runtime);
  loader.on_chunk = [&writer](Chunk* chunk) { writer.add_form(*chunk); };
  std::vector<uint32_t> begins;
  for (const LibrarySource& source : sources) {
    begins.push_back(runtime.sources.add(source.name, source.text));
    writer.add_source(source.name, source.text, begins.back());
  }
  for (uint32_t begin : begins) {
    ReadForms forms = read_forms(runtime, begin);
    if (!forms.problems.empty()) return problems_failure(runtime, forms.problems);
    TRY(loader.run_forms(runtime.prelude, forms));
  }
  return writer.finish();
}

}  // namespace elle::lang
