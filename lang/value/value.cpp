// The names of tags that people see.
#include "lang/value/value.h"

namespace elle::lang {

const char* tag_name(Tag tag) {
  static constexpr const char* kNames[] = {
#define X(tag, name) name,
      ELLE_TAGS(X)
#undef X
  };
  return kNames[static_cast<size_t>(tag)];
}

}  // namespace elle::lang
