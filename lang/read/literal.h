// What the text of one token means: numbers, characters, strings, names.
#pragma once

#include "lang/read/reader.h"
#include "lang/read/tokens.h"

namespace elle::lang {

// The value, or why the text means none.
using Literal = core::BasicResult<Value, SyntaxProblem>;

// `text` is the token's, `begin` its place. REQUIRES: the token is no bracket and no prefix.
Literal read_literal(Runtime& runtime, TokenKind kind, std::string_view text, uint32_t begin);

}  // namespace elle::lang
