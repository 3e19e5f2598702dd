#include "core/base/result.h"

#include <doctest/doctest.h>

namespace elle::core {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorKind::kRange, "Expected an even number.", "Add one.");
  return number / 2;
}

Result<int> quarter(int number) {
  int halved = TRY(half(number));
  return TRY(half(halved));
}

TEST_CASE("a result holds the value of a success") {
  Result<int> result = quarter(12);
  REQUIRE(result.ok());
  CHECK(result.take() == 3);
}

TEST_CASE("TRY returns the first failure with its text untouched") {
  Result<int> result = quarter(6);
  REQUIRE(!result.ok());
  CHECK(result.error()->kind == ErrorKind::kRange);
  CHECK(result.error()->message == "Expected an even number.");
  CHECK(result.error()->next_step == "Add one.");
}

TEST_CASE("every error kind has the name that scripts see") {
  CHECK(error_kind_name(ErrorKind::kSyntax) == "syntax");
  CHECK(error_kind_name(ErrorKind::kUser) == "user");
}

TEST_CASE("fields pass a pipe as text and come back as they were") {
  const ErrorFields fields{
      {"path", "a b/c.h"}, {"requested", uint64_t{UINT64_MAX}}, {"direction", Word{"to-c"}}, {"got", ""}};
  const ErrorFields back = fields_from(fields_text(fields));
  REQUIRE(back.size() == 4);
  CHECK(back[0].name == "path");
  CHECK(std::get<std::string>(back[0].value) == "a b/c.h");
  CHECK(std::get<uint64_t>(back[1].value) == UINT64_MAX);
  CHECK(std::get<Word>(back[2].value).name == "to-c");
  CHECK(std::get<std::string>(back[3].value).empty());
  CHECK(fields_from("").empty());
  CHECK(fields_from(std::string_view("\0\0", 2)).empty());
}

}  // namespace
}  // namespace elle::core
