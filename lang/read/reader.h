// Text to forms. The grammar is ours (grammar/grammar.js, generated parser beside it); tree-sitter runs it and is known
// only in this folder.
#pragma once

#include <string>
#include <vector>

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct SyntaxProblem {
  Span span;
  std::string message;    // "This `)` closes nothing."
  std::string next_step;  // may be empty
};

struct ReadForms {
  Value forms;                          // a vector of the top-level forms; complete only when there are no problems
  std::vector<Span> spans;              // of each of them
  std::vector<SyntaxProblem> problems;  // in order of place
  bool unfinished =
      false;  // the text just stops: more input could make it right (problems is then empty or says what is open)
};

// Reads the source that begins at `source` (as SourceMap::add returned it). Every pair made carries the span of its
// head. Cannot collect; the caller roots `forms` before it runs anything.
ReadForms read_forms(Runtime& runtime, uint32_t source);

}  // namespace elle::lang
