// Numbers as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace elle::lang {

// 10000 is "10,000".
inline std::string grouped(uint64_t number) {
  std::string text = std::to_string(number);
  for (size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

}  // namespace elle::lang
