// Failures as people read them: what, where (line and caret), the C prototype, the next step, the Lisp call stack.
// Whole lines, in colour where the session's error output has it.
#pragma once

#include <string>
#include <vector>

#include "lang/read/reader.h"

namespace elle::lang {

std::string failure_report(const Runtime& runtime, Failure failure);

// All problems of a text as one syntax error: its message holds a report of each.
Failed problems_failure(Runtime& runtime, const std::vector<SyntaxProblem>& problems);

}  // namespace elle::lang
