// lang/image: what a library compiles to can be loaded into another session, and only whole.
#include "lang/image/image.h"

#include <doctest/doctest.h>

#include "lang/builtins/builtins.h"
#include "lang/load/loader.h"
#include "lang/load/report.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

struct Machine {
  Runtime runtime;
  VM vm;
  Loader loader;

  Machine() : vm(runtime), loader(vm) {
    runtime.current_module = loader.user_module();
    define_all_builtins(runtime);
  }

  std::string image_of(const std::string& text) {
    auto image = compile_library(vm, {{"library/test.lisp", text}});
    return image.ok() ? image.take() : failure_report(runtime, image.error());
  }
  std::string load(const std::string& image) {
    auto loaded = load_image(vm, std::as_bytes(std::span(image)));
    return loaded.ok() ? "loaded" : failure_report(runtime, loaded.error());
  }
  // The written value of the last form, or the report of the failure.
  std::string run(const std::string& text) {
    ReadForms forms = read_forms(runtime, runtime.sources.add("test.lisp", text));
    auto result = loader.run_forms(loader.user_module(), forms);
    return result.ok() ? print_value(runtime.views, result.value()) : failure_report(runtime, result.error());
  }
};

// Compiled by one machine, run by another.
std::string run_with_library(const std::string& library, const std::string& text) {
  Machine maker, user;
  const std::string image = maker.image_of(library);
  user.runtime.sources.add("before.lisp", "moves every place");
  CHECK(user.load(image) == "loaded");
  return user.run(text);
}

constexpr const char* kDamaged =
    "error: The image of the standard library is damaged or of another version.\n"
    "  Build or install Elle again.\n";

}  // namespace

TEST_CASE("Every kind of literal comes back as it was") {
  const char* all =
      "(define all '(nil #t #f 1 -2 18446744073709551615 123456789012345678901234567890 -1e300 #\\a \"text é\" symbol "
      ":keyword"
      " (nested (list)) [1 [2]] {:key \"value\" 3 4} #u8(0 255)))";
  CHECK(run_with_library(all, "all") ==
        "(nil #t #f 1 -2 18446744073709551615 123456789012345678901234567890 -1e+300 #\\a \"text é\" symbol :keyword"
        " (nested (list)) [1 [2]] {:key \"value\" 3 4} #u8(0 255))");
}

TEST_CASE("Functions keep their parameters, captures and handlers") {
  const char* library =
      "(define (area width &optional (height 2) &rest more &key (scale 10))"
      "  (let grow (fn [x] (* x width height scale)))"
      "  (grow (count more)))"
      "(define (counter) (let n 0) (fn [] (set! n (+ n 1)) n))"
      "(define (safe f) (try (f) (catch e :caught) (finally nil)))";
  CHECK(run_with_library(library, "[(area 3 4 :a :b) (area 3 4 :a :scale 1)]") == "[240 12]");
  CHECK(run_with_library(library, "(let c (counter)) (c) (c)") == "2");
  CHECK(run_with_library(library, "(safe (fn [] (+ 1 nil)))") == ":caught");
}

TEST_CASE("Macros work, and a name made fresh stays one name") {
  CHECK(run_with_library("(defmacro (swap-if test a b) `(if ,test ,b ,a))", "(swap-if #t 1 2)") == "2");
  const char* fresh =
      "(defmacro (fresh) (let g (gensym \"g\")) `'(,g ,g))"
      "(define pair (fresh))";
  CHECK(run_with_library(fresh, "(eq? (get pair 0) (get pair 1))") == "#t");
}

TEST_CASE("An error in a library is shown where the library was called, and its own place is the library's") {
  CHECK(run_with_library("\n(define (broken x)\n  (+ x :no))", "(broken 1)") ==
        "test.lisp:1:1: error: An argument of `+` is :no, but a number is expected.\n"
        "(broken 1)\n"
        "^^^^^^^^^^\n"
        "  in broken at library/test.lisp:3:3\n"
        "  in top level at test.lisp:1:1\n");
}

TEST_CASE("What a library defines belongs to the language") {
  CHECK(run_with_library("(define answer 42)", "(set! answer 1)") ==
        "test.lisp:1:1: error: `answer` belongs to the language and cannot be assigned.\n"
        "(set! answer 1)\n"
        "^^^^^^^^^^^^^^^\n"
        "  Use (define answer …) to give it a new meaning in this file.\n");
}

TEST_CASE("A mistake in a library is reported with its place") {
  Machine maker;
  CHECK(maker.image_of("(define x\n  (if))") ==
        "library/test.lisp:2:3: error: `(if test then [else])` takes two or three forms.\n"
        "  (if))\n"
        "  ^^^^\n"
        "  Use `do` to put several forms in one place, or `cond` for several tests.\n");
}

TEST_CASE("A damaged image is refused, wherever the damage is") {
  Machine maker;
  const std::string image = maker.image_of("(define (f x) (list x \"text\" 'name 1.5))");
  for (size_t i = 0; i < image.size(); i++) {
    std::string damaged = image;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    Machine user;
    CHECK(user.load(damaged) == kDamaged);
  }
}

TEST_CASE("A cut image is refused") {
  Machine maker, user;
  const std::string image = maker.image_of("(define (f x) x)");
  for (size_t size = 0; size < image.size(); size++) CHECK(user.load(image.substr(0, size)) == kDamaged);
}

}  // namespace elle::lang
