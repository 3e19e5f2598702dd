// What a display of a value is laid out for.
#pragma once

#include <cstddef>
#include <string_view>

#include "lang/text/paint.h"

namespace elle::lang {

struct ShowOptions {
  Paint paint{false};
  size_t columns = 80;
  bool whole = false;  // everything, however long
  // How a person sees what was left out: "(show *1 :all #t)".
  std::string_view way_to_all;
};

}  // namespace elle::lang
