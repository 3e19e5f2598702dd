// Libraries and headers: load-library, load-header-with-lib, use-library, get-library-function, ffi-call.
#include <algorithm>

#include "core/base/text.h"
#include "core/declarations/header_cache.h"
#include "core/declarations/header_loader.h"
#include "core/library/packages.h"
#include "core/library/umbrella_header.h"
#include "core/thunk/c_compiler.h"
#include "core/types/type_table.h"

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/call/native_call.h"
#include "lang/bridge/call/native_functions.h"
#include "lang/bridge/library/header_request.h"
#include "lang/bridge/library/library_value.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/find_names.h"
#include "lang/bridge/names/name_values.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/types.h"
#include "lang/builtins/arguments.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

Result<std::string> name_of(Runtime& runtime, Value value, std::string_view option) {
  if (value.is_nil()) return std::string();
  if (value.is(Tag::kSymbol) || value.is(Tag::kKeyword)) return std::string(value.as<Symbol>()->view());
  if (value.is(Tag::kString)) return std::string(value.as<String>()->view());
  const std::string got = print_short(runtime.views, value);
  return runtime.fail({ErrorKind::kType,
                       fmt::format(":{} is {}, but a name is expected.", option, got),
                       "",
                       {{"expected", "a name"}, {"got", got}, {"argument", core::Word{std::string(option)}}}});
}

// Headers and library together, or not at all.
Result<LoadedLibrary*> load(Runtime& runtime, const core::HeaderRequest& request, std::string alias) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  LoadedLibrary loaded;
  loaded.name = std::move(alias);
  loaded.request = request;
  for (const std::string& header : request.headers) loaded.header += (loaded.header.empty() ? "" : " ") + header;
  std::vector<std::shared_ptr<core::Library>> opened;
  if (!request.headers.empty()) {
    core::LoaderOptions options = loader_options(runtime);
    loaded.from_cache = true;
    options.making = [&] { loaded.from_cache = false; };
    loaded.file = TRY(runtime.lift(core::load_headers(request, options)));
    loaded.types = core::TypeLoader::create(bridge.types, loaded.file);
  }
  for (const std::string& name : request.libraries) opened.push_back(TRY(runtime.lift(core::Library::open(name))));
  for (size_t i = 1; i < opened.size(); i++) bridge.libraries.loaded.push_back({.library = opened[i]});
  loaded.library = opened.empty() ? core::Library::self() : opened[0];
  for (const auto& library : opened) loaded.paths.push_back(library->path());
  if (loaded.file)
    loaded.header_addresses = std::make_shared<core::HeaderAddresses>(bridge.compiler, loaded.file, loaded.paths);
  bridge.libraries.loaded.push_back(std::move(loaded));
  return &bridge.libraries.loaded.back();
}

Result<Value> load_header_with_lib(Runtime& runtime, Args args) {
  Arguments arguments(runtime, args);
  TRY(arguments.expect_options(2, {"as", "include", "define", "flags"}));
  core::HeaderRequest request = TRY(request_from(runtime, arguments, 2, args[0]));
  request.libraries = TRY(strings_of(runtime, args[1], "library"));
  return library_value(runtime, *TRY(load(runtime, request, TRY(name_of(runtime, arguments.option(2, "as"), "as")))));
}

Result<Value> load_library(Runtime& runtime, Args args) {
  Arguments arguments(runtime, args);
  TRY(arguments.expect_options(1, {"header", "as", "include", "define", "flags"}));
  core::HeaderRequest request = TRY(request_from(runtime, arguments, 1, arguments.option(1, "header")));
  request.libraries = TRY(strings_of(runtime, args[0], "library"));
  return library_value(runtime, *TRY(load(runtime, request, TRY(name_of(runtime, arguments.option(1, "as"), "as")))));
}

// The header a package is known by: gtk4 is gtk/gtk.h. Tried in the package's own folders and the system's.
Result<std::string> umbrella_header(Runtime& runtime, const core::Package& package) {
  if (std::optional<std::string> header = core::umbrella_header(package)) return *header;
  std::vector<std::string> headers = core::package_headers(package);
  if (std::optional<std::string> header = core::umbrella_among(package, headers)) return *header;
  constexpr size_t kShown = 8;
  const bool more = headers.size() > kShown;
  headers.resize(std::min(headers.size(), kShown));
  const std::string known =
      headers.empty() ? "" : fmt::format("It has {}{}. ", core::join(headers, ", "), more ? ", …" : "");
  return runtime.fail(
      {ErrorKind::kHeader,
       fmt::format("The package {} is installed, but which header it is used by is not known.", package.name),
       fmt::format("{}Name it: (use-library \"{}\" :header \"…\").", known, package.name),
       {{"path", package.name}}});
}

Result<Value> use_library(Runtime& runtime, Args args) {
  Arguments arguments(runtime, args);
  TRY(arguments.expect_options(1, {"header", "as", "include", "define", "flags"}));
  const std::string name(TRY(arguments.text(0)));
  core::Package package = TRY(runtime.lift(core::Packages(core::default_cache_folder()).find(name)));
  core::HeaderRequest request = TRY(request_from(runtime, arguments, 1, arguments.option(1, "header")));
  if (request.headers.empty()) request.headers.push_back(TRY(umbrella_header(runtime, package)));
  request.append({{}, package.include_folders, package.defines, package.flags, package.libraries});
  LoadedLibrary& loaded = *TRY(load(runtime, request, TRY(name_of(runtime, arguments.option(1, "as"), "as"))));
  loaded.package = package.name;
  return library_value(runtime, loaded);
}

// A library value, a library's name, or nil for the program itself.
Result<std::shared_ptr<core::Library>> library_argument(Runtime& runtime, Args args, uint32_t index) {
  Value value = args[index];
  if (value.is_nil()) return core::Library::self();
  if (value.is(Tag::kOpaque))
    if (auto* body = dynamic_cast<LibraryBody*>(value.as<Opaque>()->body.get())) return body->library().library;
  if (!value.is(Tag::kString) && !value.is(Tag::kSymbol))
    return runtime.wrong_c_argument(args, index, "a library or its name");
  const std::string name(value.is(Tag::kString) ? value.as<String>()->view() : value.as<Symbol>()->view());
  BridgeContext& bridge = BridgeContext::of(runtime);
  for (const LoadedLibrary& library : bridge.libraries.loaded)
    if (library.library && library.library->name() == name) return library.library;
  auto opened = TRY(runtime.lift(core::Library::open(name)));
  bridge.libraries.loaded.push_back({.library = opened});
  return opened;
}

Result<Value> get_library_function(VM& vm, Args args) {
  Runtime& runtime = vm.runtime();
  Arguments arguments(runtime, args);
  const std::string_view name = TRY(arguments.text(1));
  if (args[0].is(Tag::kOpaque)) {
    auto* body = dynamic_cast<LibraryBody*>(args[0].as<Opaque>()->body.get());
    if (body)
      if (auto declaration = find_name(body->library(), name))
        return BridgeContext::of(runtime).name_values.value_of(vm, body->library(), *declaration);
  }
  std::shared_ptr<core::Library> library = TRY(library_argument(runtime, args, 0));
  void* address = TRY(runtime.lift(library->symbol(name)));
  BridgeContext& bridge = BridgeContext::of(runtime);
  return pointer(address, TRY(type_from_text(bridge, "void (*)()")));
}

// (ffi-call lib "name" (:int :pointer) :void args…); `...` last among the types stands for any further arguments.
Result<Value> ffi_call(VM& vm, Args args) {
  Runtime& runtime = vm.runtime();
  BridgeContext& bridge = BridgeContext::of(runtime);
  const core::TypeId type = TRY(function_type_from(bridge, args[3], args[2]));
  void* address;
  std::string name;
  if (args[1].is(Tag::kPointer)) {
    address = args[1].address;
    name = "C function";
  } else {
    name = TRY(name_of(runtime, args[1], "function"));
    address = TRY(runtime.lift(TRY(library_argument(runtime, args, 0))->symbol(name)));
  }
  Value function = TRY(bridge.functions.at(name, address, type));
  return vm.call(function, std::span(args.values + 4, args.size() - 4));
}

// (c-function pointer "int (*)(int)"): a C function pointer as a function.
Result<Value> c_function(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  if (!args[0].is(Tag::kPointer)) return runtime.wrong_c_argument(args, 0, "a C pointer");
  const core::TypeId given = args.size() > 1 ? TRY(type_from(bridge, args[1])) : args[0].c_type();
  const core::TypeId function = bridge.types.function_of(given);
  if (!function)
    return runtime.fail({ErrorKind::kType,
                         fmt::format("`{}` is not a function type.", bridge.types.text(given)),
                         "Give one: (c-function p \"int (*)(int)\").",
                         {{"expected", "a function type"}, {"got", bridge.types.text(given)}}});
  const std::string name = args.size() > 2 ? TRY(name_of(runtime, args[2], "name")) : "C function";
  return bridge.functions.at(name, args[0].address, function);
}

constexpr BuiltinEntry kLibraryBuiltins[] = {
    {"load-header-with-lib", 2, kAnyNumber, load_header_with_lib,
     "(load-header-with-lib header library &key as include define flags)",
     "Reads a C header (or a list of them) as a C compiler would and opens the library it belongs to; from then on the "
     "header's functions, constants and types can be used by their names. `:as` gives a prefix to reach them by, "
     "`:include`, `:define` and `:flags` are the compiler's -I, -D and other flags. Returns the library."},
    {"load-library", 1, kAnyNumber, load_library, "(load-library path &key header as include define flags)",
     "Opens a shared library by name, soname or path, and reads its header if one is given. Returns the library."},
    {"use-library", 1, kAnyNumber, use_library, "(use-library package &key header as include define flags)",
     "Loads an installed package by its pkg-config name: flags, header and libraries are found by themselves."},
    {"get-library-function", 2, 2, get_library_function, "(get-library-function library name)",
     "The C function of this name: ready to call when the library's header is loaded, else a pointer for `ffi-call`."},
    {"ffi-call", 4, kAnyNumber, ffi_call, "(ffi-call library name (type…) result-type arg…)",
     "Calls a C function whose types are given on the spot. `library` is a library, its name, or nil for the program; "
     "`name` is a string, or a pointer to the function."},
    {"c-function", 1, 3, c_function, "(c-function pointer [type [name]])",
     "A C function pointer as a function to call, and the name it has in errors."},
};

}  // namespace

void define_library_builtins(Runtime& runtime) { runtime.define_builtins(kLibraryBuiltins); }

}  // namespace elle::lang
