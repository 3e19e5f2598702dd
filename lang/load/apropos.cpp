// (apropos "window"): the names that answer to what somebody remembers of one, best first.
#include <algorithm>

#include "core/base/text.h"

#include "lang/builtins/arguments.h"
#include "lang/builtins/sequence.h"
#include "lang/code/chunk.h"
#include "lang/load/describe.h"
#include "lang/print/printer.h"
#include "lang/print/table.h"
#include "lang/read/known_forms.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

constexpr uint64_t kShown = 40;

class Search {
 public:
  Search(Runtime& runtime, std::string_view text) : runtime_(runtime), query_(text) {}

  bool empty() const { return query_.empty(); }
  // Best first.
  std::vector<NameFinding> run(std::string_view kind);

 private:
  void add(std::string name, std::string_view kind, std::string_view documentation, std::string about);
  void add_module(const Module& module, const std::string& prefix, bool exported_only);
  void add_cell(std::string name, const Cell& cell);

  Runtime& runtime_;
  NameQuery query_;
  std::vector<NameFinding> findings_;
};

void Search::add(std::string name, std::string_view kind, std::string_view documentation, std::string about) {
  const NameMatch match = query_.match(name);
  if (match == NameMatch::kNone && !query_.found_in(documentation)) return;
  if (about.empty()) about = core::first_sentence(documentation);
  findings_.push_back({.name = std::move(name), .kind = kind, .match = match, .about = std::move(about)});
}

void Search::add_cell(std::string name, const Cell& cell) {
  const Value value = cell.value;
  const auto text = [](Value docstring) {
    return docstring.is(Tag::kString) ? docstring.as<String>()->view() : std::string_view();
  };
  if (value.is(Tag::kBuiltin)) return add(std::move(name), "function", value.as<Builtin>()->entry->docstring, {});
  if (value.is(Tag::kClosure)) {
    Chunk& chunk = *value.as<Closure>()->chunk;
    chunk.complete();
    return add(std::move(name), cell.flags & Cell::kMacro ? "macro" : "function", text(chunk.docstring), {});
  }
  const std::string_view docstring = text(cell.docstring);
  add(std::move(name), "variable", docstring, docstring.empty() ? "= " + print_short(runtime_.views, value, 200) : "");
}

void Search::add_module(const Module& module, const std::string& prefix, bool exported_only) {
  for (const auto& [symbol, cell] : module.cells) {
    const bool of_header = cell->flags & Cell::kHeader;
    if (cell->value.is(Tag::kUnbound) || of_header || (exported_only && cell->flags & Cell::kPrivate)) continue;
    add_cell(prefix + std::string(symbol->view()), *cell);
  }
}

// Names that only their makers use begin with an underscore. Of the rest the shortest says the most.
auto rank(const NameFinding& finding) {
  return std::tuple(finding.match, finding.name.starts_with('_'), finding.name.size());
}

std::vector<NameFinding> Search::run(std::string_view kind) {
  const Module& module = *runtime_.current_module;
  add_module(module, "", /*exported_only=*/false);
  for (const auto& [alias, imported] : module.aliases)
    if (imported != runtime_.prelude) add_module(*imported, std::string(alias->view()) + "/", /*exported_only=*/true);
  add_module(*runtime_.prelude, "", /*exported_only=*/true);
  for (const SpecialForm& form : kSpecialForms) add(std::string(form.name), "special form", form.docstring, {});
  if (runtime_.resolver) runtime_.resolver->search(query_, findings_);
  if (!kind.empty()) std::erase_if(findings_, [&](const NameFinding& finding) { return finding.kind != kind; });
  std::stable_sort(findings_.begin(), findings_.end(), [](const NameFinding& a, const NameFinding& b) {
    const auto of_a = rank(a), of_b = rank(b);
    return of_a != of_b ? of_a < of_b : a.name < b.name;
  });
  return std::move(findings_);
}

struct Found {
  std::vector<NameFinding> findings;  // those to show, with what they are
  size_t more = 0;
};

Result<std::string> kind_option(Arguments& arguments) {
  static constexpr std::string_view kKinds[] = {"function", "macro", "special form", "constant", "type", "variable"};
  const Value kind = arguments.option(1, "kind");
  if (kind.is_nil()) return std::string();
  std::string name(kind.is(Tag::kKeyword) ? kind.as<Symbol>()->view() : "");
  std::replace(name.begin(), name.end(), '-', ' ');
  if (std::ranges::find(kKinds, name) != std::end(kKinds)) return name;
  return arguments.fail(
      ErrorKind::kType,
      ":kind is one of :function, :macro, :special-form, :constant, :type and :variable, and nothing else.");
}

Result<Found> find(Runtime& runtime, Args args, uint64_t limit) {
  Arguments arguments(runtime, args);
  TRY(arguments.expect_options(1, {"kind", "limit"}));
  if (!args[0].is(Tag::kSymbol) && !args[0].is(Tag::kString)) return arguments.wrong(0, "a string or a symbol");
  const auto text = args[0].is(Tag::kSymbol) ? args[0].as<Symbol>()->view() : args[0].as<String>()->view();
  limit = TRY(arguments.limit_option(1, limit));
  Search search(runtime, text);
  if (search.empty()) return arguments.wrong(0, "one word or more");
  Found found{.findings = search.run(TRY(kind_option(arguments)))};
  if (found.findings.size() > limit) {
    found.more = found.findings.size() - limit;
    found.findings.resize(limit);
  }
  for (NameFinding& finding : found.findings)
    if (finding.about.empty() && runtime.resolver) runtime.resolver->tell(finding);
  return found;
}

Result<Value> find_names(Runtime& runtime, Args args) {
  const Found found = TRY(find(runtime, args, UINT64_MAX));
  std::vector<Value> maps;
  for (const NameFinding& finding : found.findings)
    maps.push_back(
        map_of(runtime, {{"name", runtime.symbol(finding.name)},
                         {"kind", runtime.keyword(finding.kind == "special form" ? "special-form" : finding.kind)},
                         {"about", runtime.string(finding.about)},
                         {"usable", boolean(finding.usable)}}));
  return runtime.vector(maps);
}

Result<Value> apropos(Runtime& runtime, Args args) {
  const Found found = TRY(find(runtime, args, kShown));
  Table table({Role::kName, Role::kDim, Role::kPlain});
  for (const NameFinding& finding : found.findings) table.add({finding.name, std::string(finding.kind), finding.about});
  std::string text = table.text(*runtime.out);
  const std::string asked = print_short(runtime.views, args[0]);
  if (found.findings.empty()) text = fmt::format("Nothing is called like {}, or says so of itself.\n", asked);
  if (found.more > 0) text += fmt::format("… and {} more; (apropos {} :limit nil) shows all.\n", found.more, asked);
  runtime.out->show_long(text);
  return nil();
}

constexpr BuiltinEntry kAproposBuiltins[] = {
    {"apropos", 1, kAnyNumber, apropos, "(apropos text &key kind limit)",
     "Prints the names that answer to the text, the closest first: of the language, of this script, and of all loaded "
     "headers. Of several words each must be in the name, or in what is said of it; `setTitle`, `set_title` and "
     "\"title set\" ask for the same. `:kind :function` shows functions alone (also :macro, :special-form, :constant, "
     ":type, :variable); `:limit` is how many are shown, nil for all."},
    {"find-names", 1, kAnyNumber, find_names, "(find-names text &key kind limit)",
     "What `apropos` prints, as a vector of maps with :name, :kind, :about and :usable; all of it unless `:limit` is "
     "given."},
};

}  // namespace

void define_apropos(Runtime& runtime) { runtime.define_builtins(kAproposBuiltins); }

}  // namespace elle::lang
