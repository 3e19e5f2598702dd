// Runs source texts, form by form, each in a module; imports files as modules.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/file.h"

#include "lang/read/reader.h"
#include "lang/vm/vm.h"

namespace elle::lang {

class Loader {
 public:
  explicit Loader(VM& vm);
  ~Loader();

  // The module of the prompt and of `-e`.
  Module* user_module() { return user_; }
  // A new module that finds in itself first, then in the prelude.
  Module* make_module(std::string name);

  // Runs `forms` in order and returns the last value. The first failure stops it.
  Result<Value> run_forms(Module* module, const ReadForms& forms);
  // Compiles all forms and runs only macro definitions and imports. Returns every failure.
  std::vector<Failure> check_forms(Module* module, const ReadForms& forms);
  // Reads and runs a file in a new module named by its path.
  Result<Value> run_file(const std::string& path);

  // What of the imported files has changed since it ran, as sentences; each is told once.
  std::vector<std::string> changes();
  // Runs the imported files that have changed again, in the modules they have; only the one called `name`, unless that
  // is empty. Whole lines that say which; nothing when none is called so.
  Result<std::optional<std::string>> reload(std::string_view name);

  // Called with every chunk before it runs: how the build collects the standard library.
  std::function<void(Chunk*)> on_chunk;

 private:
  struct Imported {
    Module* module;
    bool complete;
    std::optional<core::FileStatus> status;  // when it ran last
    bool change_told = false;
  };

  Result<Value> run_file_in(Module* module, const std::string& path);
  Result<Value> run_form(Module* module, Value form, Span span);
  Result<core::Done> check_form(Module* module, Value form, Span span);
  Result<Value> run_chunk(Value chunk);
  Result<Value> import(Module* module, Value form, Span span);
  Result<Module*> import_file(const std::string& path, Span span);
  std::string resolve_path(const Module& importer, const std::string& path) const;

  VM& vm_;
  Runtime& runtime_;
  Module* user_;
  // By canonical path. A map, so that what is run again while all are gone through may import more.
  std::map<std::string, Imported> imported_;
};

}  // namespace elle::lang
