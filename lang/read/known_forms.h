// The forms that a text is known by before it runs: the special forms with all that is said of them, and how they and
// the macros of the language are laid out, what they bind and what their value is. The analyser, `doc`, `apropos`, the
// colours, the indentation and completion read this one table. To add a special form, enter it here and write its
// handler: without one the analyser does not compile. Lowest in lang among what reads forms, so that all can include
// it.
#pragma once

#include <cstdint>
#include <string_view>

namespace elle::lang {

enum class FormLayout : uint8_t {
  kCall,     // as a call: below the first argument, or below the head
  kBody,     // what follows is a body, two columns in
  kAligned,  // what follows stands below the first argument
};

// Which names a form binds, and where they are written.
enum class FormBinding : uint8_t {
  kNothing,
  kNames,       // (with [name value …] body…)
  kLet,         // the same, or (let name value), which binds for what follows in the body around it
  kItems,       // (for [name collection …] body…): each item in turn
  kLoop,        // (loop name [name value …] body…)
  kParameters,  // (fn [parameter …] body…)
  kDefinition,  // (define name value), (define (name parameter …) body…): the name for all of the body around it
  kError,       // (catch name body…)
  kPatterns,    // (match value (pattern body…) …)
};

enum class FormValue : uint8_t {
  kOwn,   // what only the form itself says
  kLast,  // that of its last form
};

struct KnownForm {
  FormLayout layout = FormLayout::kCall;
  FormBinding binding = FormBinding::kNothing;
  FormValue value = FormValue::kOwn;
};

// name, handler (Analyser::special_HANDLER), layout, binding, value, usage, documentation
#define ELLE_SPECIAL_FORMS(X)                                                                                          \
  X("quote", quote, kAligned, kNothing, kOwn, "(quote form)", "The form itself, not evaluated. 'form is the same.")    \
  X("quasiquote", quasiquote, kAligned, kNothing, kOwn, "(quasiquote form)",                                           \
    "The form as a template: `form is the same. In it ,x stands for the value of x, and ,@x for its items.")           \
  X("if", if, kAligned, kNothing, kOwn, "(if test then [else])",                                                       \
    "Evaluates `then` when the test is true, `else` when it is nil or #f. Without `else` that is nil.")                \
  X("and", and, kAligned, kNothing, kOwn, "(and form…)",                                                               \
    "Evaluates the forms in turn until one is nil or #f, and returns the last value. #t without forms.")               \
  X("or", or, kAligned, kNothing, kOwn, "(or form…)",                                                                  \
    "Evaluates the forms in turn until one is true, and returns the last value. #f without forms.")                    \
  X("do", do, kBody, kNothing, kLast, "(do form…)", "Evaluates the forms in turn and returns the last value.")         \
  X("begin", do, kBody, kNothing, kLast, "(begin form…)",                                                              \
    "Evaluates the forms in turn and returns the last value, as `do` does.")                                           \
  X("set!", set, kAligned, kNothing, kOwn, "(set! place value)",                                                       \
    "Stores the value in a variable, or in a place: (get collection key), (.field struct) or (deref pointer).")        \
  X("while", while, kBody, kNothing, kOwn, "(while test body…)",                                                       \
    "Runs the body for as long as the test is true. Returns nil.")                                                     \
  X("loop", loop, kBody, kLoop, kLast, "(loop name [variable value …] body…)",                                         \
    "Runs the body with the variables bound. In it, (name value …) starts anew with other values; where that is the\n" \
    "last thing the body does, it costs no stack.")                                                                    \
  X("try", try, kBody, kNothing, kOwn, "(try body… (catch e handler…) (finally cleanup…))",                            \
    "Runs the body. An error in it is bound to `e` and the handler's value returned. The cleanup runs on the way\n"    \
    "out, whichever way that is. Either of the two may be left out.")                                                  \
  X("let", let, kBody, kLet, kLast, "(let name value) or (let [name value …] body…)",                                  \
    "The first binds a name until the end of the body that it stands in; at top level it defines. The second binds\n"  \
    "each name in turn, for the body alone, and returns its last value.")                                              \
  X("define", define, kBody, kDefinition, kOwn, "(define name value) or (define (name parameter…) body…)",             \
    "Defines a variable or a function, for the rest of the file or, inside a body, for that body. A string before\n"   \
    "the value or as the first form of the body is its documentation. Parameters: names, then `&optional a (b 1)`,\n"  \
    "`&rest more` and `&key c (d 2)`.")                                                                                \
  X("defmacro", defmacro, kBody, kDefinition, kOwn, "(defmacro (name parameter…) body…)",                              \
    "Defines a macro: a function that gets the forms of its call unevaluated and returns the form to put in its\n"     \
    "place.")                                                                                                          \
  X("fn", fn, kBody, kParameters, kOwn, "(fn [parameter…] body…)", "A function. Parameters are as in `define`.")       \
  X("lambda", fn, kBody, kParameters, kOwn, "(lambda (parameter…) body…)", "A function, as `fn` makes it.")            \
  X("import", import, kAligned, kNothing, kOwn,                                                                        \
    "(import \"file.lisp\") or (import \"file.lisp\" :as name) or (import name)",                                      \
    "Runs a file, once in a session, and reaches its names as file/name, or as name/name with `:as`. The path is\n"    \
    "relative to the importing file. At the top level only.")

struct SpecialForm {
  std::string_view name;
  KnownForm form;
  const char* usage;
  const char* docstring;
};

inline constexpr SpecialForm kSpecialForms[] = {
#define X(name, handler, layout, binding, value, usage, docstring) \
  {name, {FormLayout::layout, FormBinding::binding, FormValue::value}, usage, docstring},
    ELLE_SPECIAL_FORMS(X)
#undef X
};

// Null when there is none of that name.
const SpecialForm* find_special_form(std::string_view name);

// Of a special form, or of a macro by its name: those of the language, and any that begins as its author means it to be
// laid out. A call, which binds nothing, for every other name.
KnownForm known_form(std::string_view name);

}  // namespace elle::lang
