// The comment that documents a declaration, found in the text around it.
//
// libclang can do this too, but only for `/**` comments unless told to keep all, and it does not see that sqlite3.h's
// `/* ** CAPI3REF */` blocks stand before macros that expand to nothing. Looking backwards costs a microsecond.
#pragma once

#include <string_view>

namespace elle::core::headers {

// Whether nothing but blanks stands before `at` on its line.
bool starts_line(std::string_view text, size_t at);

// A comment of `text`, still with its markers; empty when there is none.
//
// Before `offset`, where a declaration begins: it must be the last thing there, macros that stand for attributes aside,
// and may not trail other code. A plain `/* */` must stand right above; a `/**` one may leave an empty line.
std::string_view comment_before(std::string_view text, size_t offset);
// After `offset`, where a member or macro ends: on the same line, a comma or semicolon aside.
std::string_view comment_after(std::string_view text, size_t offset);

// Whether nothing but the end of the declaration before, a line end and attribute macros stand between `end` and
// `begin`: such a declaration belongs to the one before, and shares its comment.
bool follows_directly(std::string_view text, size_t end, size_t begin);

}  // namespace elle::core::headers
