#include "core/declarations/left_out.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "core/base/text.h"
#include "core/declarations/header_loader.h"

#include "tests/core/test_folder.h"

namespace elle::core {
namespace {

constexpr std::string_view kHeader = R"C(#ifndef GUARD_H
#define GUARD_H
#define OLD 3
int here(void);
#ifdef WITH_EXTRA
int extra(int x); /* not_in_comment(); */
extern const char *extra_name;
typedef struct extra { int member; } Extra;
enum more { MORE_ONE, MORE_TWO = f(1, 2), };
typedef int (*extra_hook)(int argument);
#define EXTRA_LIMIT 7
static inline int extra_twice(int x) { return here_twice(x) * 2; }
API_CALL void extra_last(void) ATTRIBUTE((deprecated));
#  if defined(DEEPER) && OLD > 2
int deep(void);
#  endif
#endif
#ifdef __cplusplus
extern "C" {
void only_cpp(int &x);
#endif
#if OLD > 3
int newer(void);
#else
int older(void);
#endif
#if !defined(OLD)
int without_old(void);
#elif defined(A) || defined(B)
int either(void);
#endif
#if 0
int never(void);
#endif
enum colors {
  RED,
#ifdef WITH_EXTRA
  PURPLE,
#endif
  BLUE
};
#endif
)C";

TEST_CASE("names that conditions left out are found with what they wait for") {
  TestFolder folder;
  LoaderOptions options;
  options.cache_folder = folder / "cache";
  options.parser = ELLE_HEADERS_PROGRAM;
  HeaderRequest request;
  request.headers = {folder.write("guard.h", kHeader)};
  auto file = load_headers(request, options);
  if (!file.ok()) FAIL(file.error()->message);
  std::vector<std::string> found;
  for (const LeftOut& left_out : find_left_out(*file.value())) {
    std::string place = "declared at " + request.headers[0];
    REQUIRE(left_out.reason().starts_with(place));
    found.push_back(left_out.name + left_out.reason().substr(place.size()));
  }
  const std::vector<std::string> expected = {
      "EXTRA_LIMIT:11 when WITH_EXTRA is defined",
      "extra:6 when WITH_EXTRA is defined",
      "extra_name:7 when WITH_EXTRA is defined",
      "extra:8 when WITH_EXTRA is defined",
      "Extra:8 when WITH_EXTRA is defined",
      "more:9 when WITH_EXTRA is defined",
      "MORE_ONE:9 when WITH_EXTRA is defined",
      "MORE_TWO:9 when WITH_EXTRA is defined",
      "extra_hook:10 when WITH_EXTRA is defined",
      "extra_twice:12 when WITH_EXTRA is defined",
      "extra_last:13 when WITH_EXTRA is defined",
      "deep:15 when WITH_EXTRA and DEEPER are defined",
      "only_cpp:20 for C++ only",
      "newer:23, but left out by `#if OLD > 3`",
      "without_old:28, but left out by `#if !defined(OLD)`",
      "either:30 when A is defined",
      "never:33, but left out by `#if 0`",
      "PURPLE:38 when WITH_EXTRA is defined",
  };
  CHECK_EQ(join(found, "\n"), join(expected, "\n"));
}

}  // namespace
}  // namespace elle::core
