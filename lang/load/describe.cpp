// What `doc` says of a name.
#include "lang/load/describe.h"

#include <algorithm>

#include "lang/compile/compiler.h"
#include "lang/load/usage.h"
#include "lang/print/page.h"
#include "lang/print/printer.h"
#include "lang/read/known_forms.h"

namespace elle::lang {

namespace {

// How a call is written: one way, or several with a space between them.
void put_usage(Page& page, std::string_view usage) { page.line(page.paint()(Role::kName, usage)); }

// Docstrings are wrapped where there is a screen; a program gets them as they are written.
void put_sentences(Page& page, std::string_view text) {
  if (!page.has_screen()) return page.line(text);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.starts_with(' '))
      page.line(line);
    else
      page.words(line);
  }
}

constexpr size_t kShownSource = 12;  // lines of a definition that are shown with its documentation

// The text of a short definition that a script or a person wrote.
void put_source(Page& page, const Runtime& runtime, const Chunk& chunk) {
  const std::string_view source = runtime.sources.text(chunk.span);
  if ((chunk.flags & Chunk::kLibrary) || std::count(source.begin(), source.end(), '\n') >= long{kShownSource}) return;
  page.gap();
  page.line(source);
}

void put_closure(Page& page, const Runtime& runtime, std::string_view name, Value closure, bool macro) {
  const Usage usage = usage_of(runtime, name, closure);
  const Chunk& chunk = *closure.as<Closure>()->chunk;
  put_usage(page, usage.call);
  if (const std::string sentences = sentences_after(usage.sentences); !sentences.empty())
    put_sentences(page, sentences);
  if (!chunk.span.known()) return;
  page.line(fmt::format("A {}, defined at {}.", macro ? "macro" : "function", runtime.sources.place_text(chunk.span)));
  put_source(page, runtime, chunk);
}

bool put_special_form(Page& page, std::string_view name) {
  const SpecialForm* form = find_special_form(name);
  if (!form) return false;
  put_usage(page, form->usage);
  put_sentences(page, form->docstring);
  page.line("A special form.");
  return true;
}

void put_value(Page& page, const Runtime& runtime, std::string_view name, const Cell& cell) {
  const Value value = cell.value;
  // The type's name, as in "an integer".
  const std::string_view type = tag_name(value.tag());
  const bool vowel = std::string_view("aeiou").find(type[0]) != std::string_view::npos;
  page.line(fmt::format("{} is {}", page.paint()(Role::kName, name), print_short(runtime.views, value, 400)));
  if (cell.docstring.is(Tag::kString)) put_sentences(page, cell.docstring.as<String>()->view());
  page.line(fmt::format("A{} {}.", vowel ? "n" : "", type));
}

}  // namespace

std::vector<std::string_view> language_names(const Runtime& runtime) {
  std::vector<std::string_view> names;
  for (const auto& [symbol, cell] : runtime.prelude->cells)
    if (!cell->value.is(Tag::kUnbound) && !(cell->flags & Cell::kPrivate)) names.push_back(symbol->view());
  for (const SpecialForm& form : kSpecialForms) names.push_back(form.name);
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::string> describe_name(VM& vm, Module& module, std::string_view name, const Screen& screen) {
  Runtime& runtime = vm.runtime();
  Page page(screen);
  if (put_special_form(page, name)) return page.take();
  const Cell* cell = find_global(runtime, module, runtime.symbols.intern(name));
  const bool of_headers = !cell || cell->value.is(Tag::kUnbound) || cell->flags & Cell::kHeader;
  if (of_headers) return runtime.resolver ? runtime.resolver->describe(name, screen) : std::nullopt;
  const Value value = cell->value;
  if (value.is(Tag::kBuiltin)) {
    const BuiltinEntry& entry = *value.as<Builtin>()->entry;
    put_usage(page, entry.usage);
    put_sentences(page, entry.docstring);
    page.line("A function of the language.");
  } else if (value.is(Tag::kClosure)) {
    put_closure(page, runtime, name, value, cell->flags & Cell::kMacro);
  } else {
    put_value(page, runtime, name, *cell);
  }
  return page.take();
}

}  // namespace elle::lang
