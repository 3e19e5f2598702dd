// lang/read/known_forms: what the one table says of a form is what everything that reads a form makes of it.
#include "lang/read/known_forms.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "lang/builtins/builtins.h"
#include "lang/complete/locals.h"
#include "lang/edit/editing.h"
#include "lang/image/image.h"
#include "lang/load/describe.h"
#include "lang/load/loader.h"
#include "lang/load/report.h"
#include "lang/load/usage.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

// The language as a session has it.
struct Language {
  Runtime runtime;
  VM vm;
  Loader loader;

  Language() : vm(runtime), loader(vm) {
    runtime.current_module = loader.user_module();
    define_all_builtins(runtime);
    REQUIRE(load_image(vm, embedded_image()).ok());
  }

  std::string error_of(const std::string& text) {
    ReadForms forms = read_forms(runtime, runtime.sources.add("test.lisp", text));
    auto result = loader.run_forms(loader.user_module(), forms);
    return result.ok() ? "" : failure_report(runtime, result.error());
  }
};

bool is_coloured(const std::string& name) {
  const std::vector<Stretch> stretches = EditedText("(" + name + " x)").stretches();
  return !stretches.empty() && stretches[0].begin == 1 && stretches[0].role == Role::kSpecialForm;
}

// The column where a second row of the form begins.
size_t second_row(const std::string& name) {
  const std::string text = "(" + name + " x\n";
  return EditedText(text).indentation(text.size()).value_or(99);
}

size_t column_of(FormLayout layout, const std::string& name) {
  switch (layout) {
    case FormLayout::kBody:
      return 2;
    case FormLayout::kAligned:
    case FormLayout::kCall:
      return name.size() + 2;
  }
  return 0;
}

// The names that are known at the end of the text, "a b".
std::string locals_at_end(const std::string& text) {
  const Outline outline(text, text.size());
  std::vector<std::string_view> names;
  for (const Local& local : locals_around(outline, innermost_place(outline))) names.push_back(local.name);
  std::sort(names.begin(), names.end());
  return fmt::format("{}", fmt::join(names, " "));
}

void check_locals(FormBinding binding, const std::string& name) {
  const std::string open = "(" + name + " ";
  switch (binding) {
    case FormBinding::kNothing:
      CHECK(locals_at_end(open + "a [b 1] (c) ") == "");
      break;
    case FormBinding::kLet:
      CHECK(locals_at_end("(f " + open + "a 1) ") == "a");
      [[fallthrough]];
    case FormBinding::kNames:
    case FormBinding::kItems:
      CHECK(locals_at_end(open + "[a 1 b 2] ") == "a b");
      break;
    case FormBinding::kLoop:
      CHECK(locals_at_end(open + "f [a 1 b 2] ") == "a b f");
      break;
    case FormBinding::kParameters:
      CHECK(locals_at_end(open + "[a &key (b 1)] ") == "a b");
      break;
    case FormBinding::kDefinition:
      CHECK(locals_at_end(open + "(f a &key (b 1)) ") == "a b f");
      CHECK(locals_at_end("(do " + open + "a 1) ") == "a");
      break;
    case FormBinding::kError:
      CHECK(locals_at_end(open + "a ") == "a");
      break;
    case FormBinding::kPatterns:
      CHECK(locals_at_end(open + "x ([a b] ") == "a b");
      break;
  }
}

// What the table says of a form is what the editor and completion do.
void check_as_typed(const std::string& name) {
  INFO(name);
  const KnownForm form = known_form(name);
  CHECK(is_coloured(name) == (form.layout != FormLayout::kCall));
  CHECK(second_row(name) == column_of(form.layout, name));
  check_locals(form.binding, name);
}

}  // namespace

TEST_CASE("Every special form is coloured, laid out, completed, explained and compiled as the table says") {
  Language language;
  const std::vector<std::string_view> names = language_names(language.runtime);
  for (const SpecialForm& special : kSpecialForms) {
    const std::string name(special.name);
    INFO(name);
    CHECK(special.form.layout != FormLayout::kCall);
    CHECK(known_form(name).layout == special.form.layout);
    check_as_typed(name);
    CHECK(std::ranges::count(names, special.name) == 1);
    CHECK(usage_of_special_form(name).call.starts_with("(" + name + " "));
    Module& module = *language.loader.user_module();
    CHECK(describe_name(language.vm, module, name, Screen{}).value_or("").find("special form") != std::string::npos);
    CHECK(language.error_of(name).find("`" + name + "` is a special form, not a value.") != std::string::npos);
  }
}

TEST_CASE("Every macro of the language that takes a body is laid out as one, and binds what its parameters say") {
  Language language;
  int bodies = 0;
  for (const auto& [symbol, cell] : language.runtime.prelude->cells) {
    if (!(cell->flags & Cell::kMacro) || !cell->value.is(Tag::kClosure)) continue;
    const std::string name(symbol->view());
    INFO(name);
    check_as_typed(name);
    Chunk& chunk = *cell->value.as<Closure>()->chunk;
    chunk.complete();
    const std::string parameters = print_value(language.runtime.views, chunk.parameters);
    if (parameters.find("&rest body") == std::string::npos) continue;
    bodies++;
    CHECK(known_form(name).layout == FormLayout::kBody);
    const bool binds = parameters.starts_with("(binding") || parameters.starts_with("(clauses ");
    CHECK((known_form(name).binding != FormBinding::kNothing) == binds);
  }
  CHECK(bodies > 10);
}

TEST_CASE("A name that begins as definitions and scopes do is laid out as they are, any other as a call") {
  CHECK(known_form("define-widget").layout == FormLayout::kBody);
  CHECK(known_form("with-window").layout == FormLayout::kBody);
  CHECK(known_form("without").layout == FormLayout::kCall);
  CHECK(known_form("map").layout == FormLayout::kCall);
  CHECK(known_form("").layout == FormLayout::kCall);
}

}  // namespace elle::lang
