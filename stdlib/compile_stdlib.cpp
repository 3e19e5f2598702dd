// elle-stdlib-compiler OUTPUT FILE…: compiles the Lisp files to the image that the build puts into the program.
#include <cstdio>

#include "core/base/file.h"

#include "lang/builtins/builtins.h"
#include "lang/image/image.h"
#include "lang/load/describe.h"
#include "lang/load/report.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

class StandardStream : public Output {
 public:
  bool write(std::string_view text) override { return std::fwrite(text.data(), 1, text.size(), stderr) == text.size(); }
  bool flush() override { return true; }
};

// Files are named as they are in the source tree.
core::Result<std::vector<LibrarySource>> read_sources(const std::vector<std::string>& paths) {
  std::vector<LibrarySource> sources;
  for (const std::string& path : paths)
    sources.push_back({fmt::format("stdlib/{}", core::file_name(path)), TRY(core::read_file(path))});
  return sources;
}

Result<core::Done> compile(VM& vm, const std::string& output, const std::vector<std::string>& paths) {
  auto sources = TRY(vm.runtime().lift(read_sources(paths)));
  std::string image = TRY(compile_library(vm, sources));
  return vm.runtime().lift(core::write_file_atomically(output, image));
}

}  // namespace

int compile_stdlib(const std::string& output, const std::vector<std::string>& paths) {
  StandardStream messages;
  Runtime runtime;
  runtime.out = runtime.error_out = &messages;
  runtime.current_module = runtime.prelude;
  VM vm(runtime);
  define_all_builtins(runtime);
  define_help_builtins(runtime);
  define_guide_builtins(runtime);
  auto result = compile(vm, output, paths);
  if (result.ok()) return 0;
  messages.write(failure_report(runtime, result.error()));
  return 1;
}

}  // namespace elle::lang

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: elle-stdlib-compiler OUTPUT FILE…\n");
    return 2;
  }
  return elle::lang::compile_stdlib(arguments[1], {arguments + 2, arguments + count});
}
