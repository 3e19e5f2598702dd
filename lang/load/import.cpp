// (import "geometry.lisp" :as g): a file is a module, run once per session; g/area reaches in. (import math) gives the
// language's own names a prefix: math/sqrt.
#include <climits>
#include <cstdlib>

#include "core/base/file.h"

#include "lang/load/loader.h"
#include "lang/print/printer.h"
#include "lang/read/form.h"

namespace elle::lang {

namespace {

constexpr std::string_view kUsage = "Write (import \"file.lisp\"), (import \"file.lisp\" :as name) or (import name).";

// "lib/geometry.lisp" is called "geometry".
std::string stem(const std::string& path) {
  std::string name(core::file_name(path));
  const size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

}  // namespace

Result<Value> Loader::import(Module* module, Value form, Span span) {
  const size_t length = list_length(form);
  const bool named = length == 4 && third(form).is(Tag::kKeyword) && third(form).as<Symbol>()->view() == "as" &&
                     head(tail(tail(tail(form)))).is(Tag::kSymbol);
  if (length != 2 && !named) return Runtime::at(runtime_.fail(ErrorKind::kSyntax, "This is no import.", kUsage), span);
  Value target = second(form);
  Module* imported;
  Symbol* alias;
  if (target.is(Tag::kSymbol)) {
    imported = runtime_.prelude;
    alias = target.as<Symbol>();
    const std::string path = resolve_path(*module, std::string(alias->view()) + ".lisp");
    if (core::file_status(path)) imported = TRY(import_file(path, span));
  } else if (target.is(Tag::kString)) {
    const std::string path = resolve_path(*module, std::string(target.as<String>()->view()));
    imported = TRY(import_file(path, span));
    alias = runtime_.symbols.intern(stem(path));
  } else {
    return Runtime::at(
        runtime_.fail(ErrorKind::kSyntax, fmt::format("{} cannot be imported.", print_short(runtime_.views, target)),
                      kUsage),
        span);
  }
  if (named) alias = head(tail(tail(tail(form)))).as<Symbol>();
  module->aliases[alias] = imported;
  return nil();
}

// Relative to the folder of the importing file; to the current folder at the prompt.
std::string Loader::resolve_path(const Module& importer, const std::string& path) const {
  if (path.empty() || path[0] == '/' || &importer == user_) return path;
  const std::string_view folder = core::parent_folder(importer.name);
  return folder.empty() ? path : fmt::format("{}/{}", folder, path);
}

Result<Module*> Loader::import_file(const std::string& path, Span span) {
  char canonical[PATH_MAX];
  const std::string key = realpath(path.c_str(), canonical) ? canonical : path;
  auto known = imported_.find(key);
  if (known != imported_.end()) {
    if (known->second.complete) return known->second.module;
    return Runtime::at(
        runtime_.fail(ErrorKind::kSyntax, fmt::format("{} is being imported already: the imports form a circle.", path),
                      "Move what both need into a third file."),
        span);
  }
  Module* module = make_module(path);
  imported_[key] = {module, false, core::file_status(key)};
  Result<Value> result = run_file_in(module, path);
  if (!result.ok()) {
    imported_.erase(key);
    return Runtime::at(result.failure(), span);
  }
  imported_[key].complete = true;
  return module;
}

}  // namespace elle::lang
