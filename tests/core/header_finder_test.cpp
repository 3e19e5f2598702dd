#include "core/declarations/header_finder.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>

#include "tests/core/test_folder.h"

namespace elle::core {
namespace {

using Effort = Packages::Effort;

// A library `shape` whose two packages each have a folder of headers, and a current folder of the test's own.
struct Fixture {
  TestFolder folder;
  std::filesystem::path before = std::filesystem::current_path();
  Packages packages{{}};

  Fixture() {
    folder.write("here/point.h", "");
    std::filesystem::current_path(folder / "here");
    ::setenv("PKG_CONFIG_LIBDIR", (folder / "packages").c_str(), 1);
    for (const char* name : {"shape-2", "shape-3"}) {
      folder.write(std::string("packages/") + name + ".pc", std::string("Name: x\nDescription: x\nVersion: 1\n") +
                                                                "Libs: -lshape\nCflags: -DSHAPES -I" + folder.path() +
                                                                "/" + name + "\n");
      folder.write(std::string(name) + "/shape.h", "");
    }
    folder.write("shape-3/three.h", "");
  }
  ~Fixture() {
    std::filesystem::current_path(before);
    ::unsetenv("PKG_CONFIG_LIBDIR");
  }

  Result<std::optional<HeaderRequest>> elsewhere(const std::string& header, const std::string& library) {
    HeaderRequest request;
    request.headers = {header};
    request.libraries = {library};
    return HeaderFinder(request, packages).elsewhere(Effort::kAsk);
  }
};

TEST_CASE_FIXTURE(Fixture, "a path is taken from the current folder, and so is a name that is nowhere before") {
  HeaderRequest request;
  request.headers = {"./point.h", "../here/./point.h", "point.h", "stdio.h", folder / "gone.h"};
  CHECK(HeaderFinder(request, packages).all_found());
  std::string point = folder / "here/point.h";
  CHECK(request.headers == std::vector<std::string>{point, point, point, "stdio.h", folder / "gone.h"});
}

TEST_CASE_FIXTURE(Fixture, "a header that only one package of the library has is found by it") {
  auto found = elsewhere("three.h", "libshape.so");
  REQUIRE(found.ok());
  CHECK(found.value()->include_folders == std::vector<std::string>{folder / "shape-3"});
  CHECK(found.value()->defines == std::vector<std::string>{"SHAPES"});
}

TEST_CASE_FIXTURE(Fixture, "of several folders the one of the library's version is taken, and none is guessed") {
  auto third = elsewhere("shape.h", "libshape.so.3");
  REQUIRE(third.ok());
  CHECK(third.value()->include_folders == std::vector<std::string>{folder / "shape-3"});
  auto any = elsewhere("shape.h", "libshape.so");
  REQUIRE(!any.ok());
  CHECK(any.error()->kind == ErrorKind::kHeader);
  CHECK(any.error()->message == "The header `shape.h` is not where a C compiler looks, but in several other folders: " +
                                    folder.path() + "/shape-2, " + folder.path() + "/shape-3.");
  CHECK(any.error()->next_step == "Add the right one to the include folders.");
}

TEST_CASE_FIXTURE(Fixture,
                  "a header that is nowhere is looked for in the packages' folders by the parser, which says so") {
  auto found = elsewhere("four.h", "libshape.so");
  REQUIRE(found.ok());
  CHECK(found.value()->include_folders.size() == 2);
  CHECK(!elsewhere("four.h", "libother.so").value());
}

TEST_CASE_FIXTURE(Fixture, "flags that replace the system's folders replace all of this too") {
  HeaderRequest request;
  request.headers = {"three.h"};
  request.flags = {"--sysroot=/opt/other"};
  request.libraries = {"libshape.so"};
  HeaderFinder finder(request, packages);
  CHECK(finder.all_found());
  CHECK(!finder.elsewhere(Effort::kAsk).value());
}

}  // namespace
}  // namespace elle::core
