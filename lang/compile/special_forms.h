// The special forms: one list that feeds the analyser's dispatch and `doc`.
#pragma once

#include <string_view>

namespace elle::lang {

// name, method of Analyser, usage, documentation
#define ELLE_SPECIAL_FORMS(X)                                                                                          \
  X("quote", special_quote, "(quote form)", "The form itself, not evaluated. 'form is the same.")                      \
  X("quasiquote", special_quasiquote, "(quasiquote form)",                                                             \
    "The form as a template: `form is the same. In it ,x stands for the value of x, and ,@x for its items.")           \
  X("if", special_if, "(if test then [else])",                                                                         \
    "Evaluates `then` when the test is true, `else` when it is nil or #f. Without `else` that is nil.")                \
  X("and", special_and, "(and form…)",                                                                                 \
    "Evaluates the forms in turn until one is nil or #f, and returns the last value. #t without forms.")               \
  X("or", special_or, "(or form…)",                                                                                    \
    "Evaluates the forms in turn until one is true, and returns the last value. #f without forms.")                    \
  X("do", special_do, "(do form…)", "Evaluates the forms in turn and returns the last value.")                         \
  X("begin", special_do, "(begin form…)", "Evaluates the forms in turn and returns the last value, as `do` does.")     \
  X("set!", special_set, "(set! place value)",                                                                         \
    "Stores the value in a variable, or in a place: (get collection key), (.field struct) or (deref pointer).")        \
  X("while", special_while, "(while test body…)", "Runs the body for as long as the test is true. Returns nil.")       \
  X("loop", special_loop, "(loop name [variable value …] body…)",                                                      \
    "Runs the body with the variables bound. In it, (name value …) starts anew with other values; where that is the\n" \
    "last thing the body does, it costs no stack.")                                                                    \
  X("try", special_try, "(try body… (catch e handler…) (finally cleanup…))",                                           \
    "Runs the body. An error in it is bound to `e` and the handler's value returned. The cleanup runs on the way\n"    \
    "out, whichever way that is. Either of the two may be left out.")                                                  \
  X("let", special_let, "(let name value) or (let [name value …] body…)",                                              \
    "The first binds a name until the end of the body that it stands in; at top level it defines. The second binds\n"  \
    "each name in turn, for the body alone, and returns its last value.")                                              \
  X("define", special_define, "(define name value) or (define (name parameter…) body…)",                               \
    "Defines a variable or a function, for the rest of the file or, inside a body, for that body. A string before\n"   \
    "the value or as the first form of the body is its documentation. Parameters: names, then `&optional a (b 1)`,\n"  \
    "`&rest more` and `&key c (d 2)`.")                                                                                \
  X("defmacro", special_defmacro, "(defmacro (name parameter…) body…)",                                                \
    "Defines a macro: a function that gets the forms of its call unevaluated and returns the form to put in its\n"     \
    "place.")                                                                                                          \
  X("fn", special_fn, "(fn [parameter…] body…)", "A function. Parameters are as in `define`.")                         \
  X("lambda", special_fn, "(lambda (parameter…) body…)", "A function, as `fn` makes it.")                              \
  X("import", special_import, "(import \"file.lisp\") or (import \"file.lisp\" :as name) or (import name)",            \
    "Runs a file, once in a session, and reaches its names as file/name, or as name/name with `:as`. The path is\n"    \
    "relative to the importing file. At the top level only.")

struct SpecialForm {
  std::string_view name;
  const char* usage;
  const char* docstring;
};

inline constexpr SpecialForm kSpecialForms[] = {
#define X(name, method, usage, docstring) {name, usage, docstring},
    ELLE_SPECIAL_FORMS(X)
#undef X
};

}  // namespace elle::lang
