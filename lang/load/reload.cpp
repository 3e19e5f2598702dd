// (reload): what has changed on the disk is loaded again, headers, libraries and imported files alike.
#include "core/base/file.h"

#include "lang/builtins/arguments.h"
#include "lang/load/describe.h"
#include "lang/load/loader.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

bool changed(const std::optional<core::FileStatus>& before, const std::string& path) {
  const auto now = core::file_status(path);
  return now && (!before || now->size != before->size || now->mtime_ns != before->mtime_ns);
}

}  // namespace

std::vector<std::string> Loader::changes() {
  std::vector<std::string> texts;
  for (auto& [path, imported] : imported_) {
    if (!imported.complete || imported.change_told || !changed(imported.status, path)) continue;
    imported.change_told = true;
    texts.push_back(
        fmt::format("{} has changed since it was imported; (reload) runs it again.", imported.module->name));
  }
  return texts;
}

Result<std::optional<std::string>> Loader::reload(std::string_view name) {
  std::optional<std::string> report;
  for (auto& [path, imported] : imported_) {
    const bool called = name.empty() || name == imported.module->name || name == core::file_name(path);
    if (!imported.complete || !called) continue;
    report = report.value_or("");
    if (!changed(imported.status, path)) continue;
    imported.status = core::file_status(path);
    imported.change_told = false;
    TRY(run_file_in(imported.module, path));
    *report += fmt::format("{} was run again.\n", imported.module->name);
  }
  return report;
}

namespace {

Result<Value> reload(VM& vm, Args args) {
  Runtime& runtime = vm.runtime();
  const std::string name(args.size() > 0 ? TRY(Arguments(runtime, args).text(0)) : std::string_view());
  Result<std::optional<std::string>> headers = runtime.resolver->reload(name);
  // What can be loaded again is, before one that cannot is told.
  const Rooted failure(runtime, headers.ok() ? nil() : Runtime::thrown_value(headers.error()));
  const auto of_files = TRY(runtime.loader->reload(name));
  if (!headers.ok()) {
    runtime.out->show_long(of_files.value_or(""));
    return headers.failure();
  }
  const std::optional<std::string> of_headers = headers.take();
  if (!name.empty() && !of_headers && !of_files)
    return runtime.fail(ErrorKind::kUnbound,
                        fmt::format("Nothing that is loaded is called {}.", print_short(runtime.views, args[0])),
                        "(loaded) tells what is.");
  const std::string report = of_headers.value_or("") + of_files.value_or("");
  runtime.out->show_long(!report.empty() ? report
                         : name.empty()  ? "Nothing that is loaded has changed.\n"
                                         : name + " has not changed.\n");
  return nil();
}

constexpr BuiltinEntry kReloadBuiltins[] = {
    {"reload", 0, 1, reload, "(reload [name])",
     "Loads again what has changed on the disk since it was loaded: headers, libraries that were built anew, and "
     "imported files; only the one of this name, if it is given. Prints what became of it. Code that is compiled "
     "already "
     "sees the new functions, constants and types; structs that were made before keep their layout, and say so where "
     "the new one is expected."},
};

}  // namespace

void define_reload(Runtime& runtime) { runtime.define_builtins(kReloadBuiltins); }

}  // namespace elle::lang
