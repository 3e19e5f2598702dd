#include "core/library/library.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>

#include "core/library/library_search.h"
#include "core/library/packages.h"

#include "tests/core/test_folder.h"

namespace elle::core {
namespace {

void* symbol_of(std::string_view library, std::string_view symbol) {
  auto opened = Library::open(library);
  if (!opened.ok()) FAIL(opened.error()->message << opened.error()->next_step);
  return opened.value()->find_symbol(symbol);
}

TEST_CASE("a library is found by name, soname, development name and path") {
  void* version = symbol_of("libsqlite3.so.0", "sqlite3_libversion");
  CHECK(version);
  CHECK(symbol_of("sqlite3", "sqlite3_libversion") == version);
  CHECK(symbol_of("libsqlite3.so", "sqlite3_libversion") == version);
  std::string path = Library::open("libsqlite3.so.0").value()->path();
  CHECK(symbol_of(path, "sqlite3_libversion") == version);
}

TEST_CASE("libraries known by linker scripts and without their development files are found") {
  CHECK(symbol_of("c", "qsort"));
  CHECK(symbol_of("libm.so", "cos"));
  CHECK(linker_script_target("GROUP ( /lib/libc.so.6 /usr/lib/libc_nonshared.a )") == "/lib/libc.so.6");
  std::vector<InstalledLibrary> installed = {{"libSDL2-2.0.so.0", "/lib/libSDL2-2.0.so.0"},
                                             {"libSDL2_image-2.0.so.0", "/lib/libSDL2_image-2.0.so.0"},
                                             {"libicu.so.9", "/lib/libicu.so.9"},
                                             {"libicu.so.72", "/lib/libicu.so.72"}};
  CHECK(library_candidates("libSDL2.so", installed) == std::vector<std::string>{"/lib/libSDL2-2.0.so.0"});
  CHECK(library_candidates("icu", installed)[0] == "/lib/libicu.so.72");
  CHECK(library_candidates("libicu.so.8", installed).empty());
}

TEST_CASE("the program itself is a library") { CHECK(Library::self()->find_symbol("malloc")); }

TEST_CASE("a missing library lists what was tried and the nearest names") {
  auto library = Library::open("sqlite33");
  REQUIRE(!library.ok());
  CHECK(library.error()->kind == ErrorKind::kLibrary);
  CHECK(library.error()->message ==
        "The library `sqlite33` was not found. Tried:\n  libsqlite33.so: cannot open shared object file: No such file "
        "or directory");
  CHECK(library.error()->next_step.starts_with("Installed libraries with such a name: `sqlite3`"));
}

TEST_CASE("a path that is gone is not looked for elsewhere") {
  auto library = Library::open("/nowhere/libsqlite3.so.0");
  REQUIRE(!library.ok());
  CHECK(library.error()->message ==
        "The library `/nowhere/libsqlite3.so.0` was not found. Tried:\n  /nowhere/libsqlite3.so.0: cannot open shared "
        "object file: No such file or directory");
}

TEST_CASE("a missing symbol names the library and the nearest symbols") {
  auto library = Library::open("libsqlite3.so.0").take();
  auto symbol = library->symbol("sqlite3_libversio");
  REQUIRE(!symbol.ok());
  CHECK(symbol.error()->kind == ErrorKind::kSymbol);
  CHECK(symbol.error()->message ==
        "The library libsqlite3.so.0 (" + library->path() + ") has no symbol `sqlite3_libversio`.");
  CHECK(symbol.error()->next_step.starts_with("Did you mean `sqlite3_libversion`"));
  auto exported = list_symbols(library->path()).take();
  CHECK(std::find(exported.begin(), exported.end(), "sqlite3_open_v2") != exported.end());
}

TEST_CASE("a file that is no library is refused") {
  TestFolder folder;
  std::string path = folder.write("junk.so", std::string(200, 'x'));
  CHECK(!Library::open(path).ok());
  CHECK(list_symbols(path).error()->message == "`" + path + "` is not a shared library.");
}

TEST_CASE("a damaged ELF file gives no symbols, and no harm") {
  TestFolder folder;
  std::filesystem::copy_file(Library::open("libz.so.1").value()->path(), folder / "z.so");
  for (uintmax_t size : {64u, 1000u, 40'000u, 100'000u}) {
    std::filesystem::resize_file(folder / "z.so", size);
    CHECK(list_symbols(folder / "z.so").value().empty());
  }
}

TEST_CASE("pkg-config tells flags and libraries, and near names of what it does not know") {
  Packages packages{{}};
  Package sqlite = packages.find("sqlite3").take();
  CHECK(sqlite.libraries == std::vector<std::string>{"sqlite3"});
  CHECK(!sqlite.version.empty());
  Package gtk = packages.find("gtk4").take();
  CHECK(std::count(gtk.include_folders.begin(), gtk.include_folders.end(), "/usr/include/gtk-4.0") == 1);
  auto unknown = packages.find("sqlite33");
  REQUIRE(!unknown.ok());
  CHECK(unknown.error()->message.starts_with("pkg-config knows no package `sqlite33`. Folders searched: "));
  CHECK(unknown.error()->next_step == "Did you mean `sqlite3`?");
  CHECK(!packages.find("--help").ok());
}

}  // namespace
}  // namespace elle::core
