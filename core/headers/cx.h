// The little of libclang's C interface that needs wrapping.
#pragma once

#include <clang-c/Index.h>
#include <string>
#include <string_view>

namespace elle::core::headers {

// A string of libclang's, given back when it goes.
class Text {
 public:
  explicit Text(CXString string) : string_(string) {}
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;
  ~Text() { clang_disposeString(string_); }

  std::string_view view() const {
    const char* text = clang_getCString(string_);
    return text ? std::string_view(text) : std::string_view();
  }
  std::string string() const { return std::string(view()); }

 private:
  CXString string_;
};

// Calls `visit(cursor)` for each child.
template <class Visit>
void for_each_child(CXCursor cursor, Visit visit) {
  clang_visitChildren(
      cursor,
      [](CXCursor child, CXCursor, CXClientData data) {
        (*static_cast<Visit*>(data))(child);
        return CXChildVisit_Continue;
      },
      &visit);
}

// A place as offsets count it: where a macro's expansion stands, for what comes out of one.
struct Position {
  CXFile file = nullptr;
  unsigned line = 0;
  unsigned column = 0;
  unsigned offset = 0;
};

inline Position position_of(CXSourceLocation location) {
  Position position;
  clang_getExpansionLocation(location, &position.file, &position.line, &position.column, &position.offset);
  return position;
}

}  // namespace elle::core::headers
