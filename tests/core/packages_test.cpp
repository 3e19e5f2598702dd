#include "core/library/packages.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <sys/stat.h>

#include "core/base/file.h"

#include "tests/core/test_folder.h"

namespace elle::core {
namespace {

using Effort = Packages::Effort;

// One folder of packages, all that pkg-config looks at, and one cache per test.
struct Fixture {
  TestFolder folder;
  std::string cache = folder / "cache";
  std::string file = cache + "/packages.txt";

  Fixture() {
    ::setenv("PKG_CONFIG_LIBDIR", (folder / "packages").c_str(), 1);
    package("shape", "-L${libdir} -lshape-2.0", "-I${prefix}/include/shape -DSHAPES=1 -pthread");
  }
  ~Fixture() {
    ::unsetenv("PKG_CONFIG_LIBDIR");
    ::unsetenv("PKG_CONFIG_PATH");
  }

  // Written some time ago: what has just changed is not trusted to stay.
  void package(const std::string& name, const std::string& libs, const std::string& flags) {
    std::string path = folder.write("packages/" + name + ".pc",
                                    "prefix=/opt\nlibdir=${prefix}/lib\n# no=thing\nName: " + name +
                                        "\nDescription: d\nVersion: 1.5\nLibs: " + libs + "\nCflags: " + flags + "\n");
    grow_old(path);
    grow_old(folder / "packages");
  }
  static void grow_old(const std::string& path) {
    std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) - std::chrono::seconds(10));
  }
  std::vector<std::string> owners(const std::string& library, Effort effort = Effort::kAsk) {
    std::vector<std::string> names;
    for (const Package& package : Packages(cache).owners_of(library, effort)) names.push_back(package.name);
    return names;
  }
  std::string why_stale() const { return Packages::why_stale(read_file(file).value()); }
};

using Names = std::vector<std::string>;

TEST_CASE_FIXTURE(Fixture, "a package's flags are sorted, and its version is known") {
  Package shape = Packages(cache).find("shape").take();
  CHECK(shape.version == "1.5");
  CHECK(shape.include_folders == Names{"/opt/include/shape"});
  CHECK(shape.defines == Names{"SHAPES=1"});
  CHECK(shape.flags == Names{"-pthread"});
  CHECK(shape.libraries == Names{"shape-2.0"});
}

TEST_CASE_FIXTURE(Fixture, "a library belongs to the package that links it, by any of its names") {
  package("shape-extra", "-lshape-extra -lshape-2.0", "");
  package("other", "-lother", "");
  for (const char* name :
       {"libshape-2.0.so.0", "libshape-2.0.so", "shape-2.0", "shape", "/opt/lib/libshape-2.0.so.0.1"})
    CHECK(owners(name) == Names{"shape", "shape-extra"});
  CHECK(owners("libshape-extra.so") == Names{"shape-extra"});
  CHECK(owners("libshap.so").empty());
}

TEST_CASE_FIXTURE(Fixture, "a header belongs to the packages whose own folders have it") {
  folder.write("include/deep/some.h", "");
  package("deep", "-lx", "-I" + (folder / "include"));
  Packages packages(cache);
  auto found = packages.with_header("deep/some.h", Effort::kAsk);
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == "deep");
  CHECK(packages.with_header("deep", Effort::kAsk).empty());
}

TEST_CASE_FIXTURE(Fixture, "what pkg-config said is remembered, and nothing is asked for it again") {
  CHECK(owners("shape", Effort::kRemember).empty());
  CHECK(owners("shape") == Names{"shape"});
  CHECK(why_stale() == "");
  std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);  // pkg-config would not be found
  CHECK(owners("shape", Effort::kRemember) == Names{"shape"});
  Package shape = Packages(cache).find("shape").take();
  CHECK(shape.flags == Names{"-pthread"});
  CHECK(shape.version == "1.5");
  ::setenv("PATH", path.c_str(), 1);
}

TEST_CASE_FIXTURE(Fixture, "a package that changes, appears or is looked for elsewhere is asked about again") {
  CHECK(owners("shape") == Names{"shape"});
  folder.write("packages/shape.pc", "Name: shape\nDescription: d\nVersion: 2\nLibs: -lshape-2.0\n");
  CHECK(owners("shape", Effort::kRemember).empty());
  CHECK(Packages(cache).find("shape").value().version == "2");
  package("shape-3.0", "-lshape", "");
  CHECK(why_stale() == "`" + folder / "packages" + "` has changed");
  CHECK(owners("shape") == Names{"shape-3.0", "shape"});
  ::setenv("PKG_CONFIG_PATH", (folder / "more").c_str(), 1);
  CHECK(why_stale() == "the PKG_CONFIG_* variables are others");
  folder.write("more/shape.pc", "Name: shape\nDescription: d\nVersion: 7\nLibs: -lnothing\n");
  CHECK(owners("shape") == Names{"shape-3.0"});
  CHECK(Packages(cache).find("shape").value().version == "7");
}

TEST_CASE_FIXTURE(Fixture, "a damaged memory is made again, and one that cannot be written is done without") {
  CHECK(owners("shape") == Names{"shape"});
  std::string text = read_file(file).take();
  for (const std::string& damaged : {text.substr(0, text.size() - 3), "x" + text, std::string(), text + "flag -DX\n"}) {
    folder.write("cache/packages.txt", damaged);
    CHECK(why_stale() == "it is damaged");
    CHECK(owners("shape", Effort::kRemember).empty());
    CHECK(owners("shape") == Names{"shape"});
    CHECK(read_file(file).value() == text);
  }
  cache = folder.write("a-file", "") + "/cache";
  CHECK(owners("shape") == Names{"shape"});
  cache.clear();
  CHECK(owners("shape") == Names{"shape"});
}

TEST_CASE("the text of what is remembered is read as it was written") {
  PackageAnswers answers;
  answers.environment = 0xfeedfacecafebeef;
  answers.folders = {{"/a folder", 12}, {"/gone", 0}};
  answers.owners = {{"library libx y.so", {"x", "y"}}, {"header z.h", {}}};
  answers.packages = {{"x", {{"/a folder/x.pc", 7}, "", {"-I/a folder", "-DX=\" \""}}}};
  std::string text = *package_file_text(answers);
  CHECK(text.starts_with("elle-packages 2 "));
  auto read = parse_package_file(text);
  REQUIRE(read);
  CHECK(package_file_text(*read) == text);
  answers.owners["library two\nlines"];
  CHECK(!package_file_text(answers));
}

TEST_CASE("of a package file its variables are put in, and escaped blanks kept") {
  TestFolder folder;
  std::string path = folder.write("x.pc", "v = 2\nname=x-${v}\nLibs: -L/a\\ b -l${name}${none} -lm\nVersion: ${v}.1\n");
  PcFile file = read_pc_file(path).take();
  CHECK(file.libraries == Names{"x-2", "m"});
  CHECK(file.version == "2.1");
  CHECK(flag_words("-L/a\\ b  -lm\n") == Names{"-L/a b", "-lm"});
}

}  // namespace
}  // namespace elle::core
