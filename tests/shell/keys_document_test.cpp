// What is written about the keys is made from the tables of the keys.
#include <doctest/doctest.h>

#include "shell/edit/commands.h"
#include "shell/edit/text_file.h"

namespace elle::shell {

TEST_CASE("the documents list the keys as they are") {
  const std::string keys = keys_help();
  INFO("This belongs into docs/help/keys.md:\n\n" << keys);
  CHECK(read_file(ELLE_SOURCE "/docs/help/keys.md").text.find(keys) != std::string::npos);
}

}  // namespace elle::shell
