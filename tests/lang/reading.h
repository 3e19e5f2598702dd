// A runtime and a reader for tests: text in, forms or problems out.
#pragma once

#include "lang/print/printer.h"
#include "lang/read/reader.h"

namespace elle::lang {

struct Reading {
  Runtime runtime;
  ReadForms result;

  explicit Reading(std::string text) {
    result = read_forms(runtime, runtime.sources.add("test.lisp", std::move(text)));
  }

  const Vector& forms() const { return *result.forms.as<Vector>(); }
  // All forms in their readable form, with spaces between.
  std::string written() const {
    std::string text;
    for (uint32_t i = 0; i < forms().size; i++) {
      if (i) text += ' ';
      text += print_value(runtime.views, forms().items[i]);
    }
    return text;
  }
  // "1:5 This `)` closes nothing." for each problem, one a line.
  std::string problems() const {
    std::string text;
    for (const SyntaxProblem& problem : result.problems) {
      const Place at = runtime.sources.place(problem.span);
      text += fmt::format("{}:{} {}\n", at.line, at.column, problem.message);
    }
    return text;
  }
};

}  // namespace elle::lang
