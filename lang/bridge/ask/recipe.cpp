// The way that the object graph found, as a script to be pasted and filled in. What it defines must hide nothing: no
// variable is called as something of the language or of a header.
#include "lang/bridge/ask/recipe.h"

#include <algorithm>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/types/type_table.h"

#include "lang/bridge/ask/function_name.h"
#include "lang/bridge/ask/object_graph.h"
#include "lang/bridge/library/file_types.h"
#include "lang/bridge/library/lisp_spelling.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/declaration_summary.h"
#include "lang/bridge/names/find_names.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/read/known_forms.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::FileType;
using ObjectId = ObjectGraph::ObjectId;
using Producer = ObjectGraph::Producer;

namespace {

constexpr size_t kMostFillers = 6;

// "renderer" of SDL_Renderer, "stmt" of sqlite3_stmt, "cairo" of cairo_t.
std::string last_word(std::string_view type_name) {
  std::vector<std::string> words = core::split(lisp_spelling(type_name), '-');
  const auto says_nothing = [](const std::string& word) {
    return word == "t" || word == "ref" || word == "s" || word.find_first_not_of("0123456789") == word.npos;
  };
  while (words.size() > 1 && says_nothing(words.back())) words.pop_back();
  return words.empty() ? "object" : words.back();
}

// A variable of that name would hide it.
bool is_of_language(Runtime& runtime, const std::string& name) {
  return runtime.prelude->find(runtime.symbols.intern(name)) || find_special_form(name);
}

// At most one, such as flags: what takes more is no simple start.
bool takes_numbers(const LoadedLibrary& library, const Declaration& function) {
  const auto& type = bare_type(*library.file, function.type());
  if (parameter_count(type) == 0) return true;
  const auto& parameter = bare_type(*library.file, library.file->parameter_type(type, 0));
  return parameter_count(type) == 1 && parameter.kind != core::format::TypeKind::kPointer;
}

std::ptrdiff_t words(const Declaration& function) { return std::ranges::count(lisp_spelling(function.name()), '-'); }

class RecipeWriter {
 public:
  RecipeWriter(BridgeContext& bridge, ObjectGraph& graph) : bridge_(bridge), graph_(graph) {}

  Recipe write(ObjectId wanted, core::TypeId type);

 private:
  RecipeStep step(const Producer& producer);
  RecipeStep struct_step(ObjectId object);
  void name_objects(const std::vector<const Producer*>& way, ObjectId wanted);
  void name(ObjectId object, std::string name);
  std::string type_text(const LoadedLibrary& library, FileType type) const;
  std::string arguments(const Producer& producer);
  std::string placeholder(const LoadedLibrary& library, const Declaration& function, uint32_t i) const;
  std::string start(const std::vector<const Producer*>& way) const;
  std::vector<std::string> fillers(ObjectId object);
  std::optional<std::string> filler(const LoadedLibrary& library, const Declaration& function, ObjectId object);

  BridgeContext& bridge_;
  ObjectGraph& graph_;
  std::string record_name(ObjectId object) const {
    const auto asked = record_names_.find(object);
    return asked == record_names_.end() ? std::string(graph_.record(object).name()) : asked->second;
  }
  std::map<ObjectId, std::string> record_names_;
  std::map<ObjectId, std::string> names_;  // of the variables
  std::map<ObjectId, std::string> uses_;   // how they are handed to the next call
};

void RecipeWriter::name(ObjectId object, std::string name) {
  // A variable that is called as a type, a function or another variable would hide it.
  const auto taken = [&](const std::string& candidate) {
    if (std::ranges::any_of(names_, [&](const auto& known) { return known.second == candidate; })) return true;
    if (is_of_language(bridge_.runtime, candidate)) return true;
    return std::ranges::any_of(bridge_.libraries.loaded, [&](const LoadedLibrary& library) {
      return library.file && find_name(library, candidate).has_value();
    });
  };
  while (taken(name)) name = "my-" + name;
  uses_[object] = names_[object] = std::move(name);
}

// What a step gives is called as the parameter of the step that takes it.
void RecipeWriter::name_objects(const std::vector<const Producer*>& way, ObjectId wanted) {
  for (const Producer* producer : way) {
    if (!producer->function) continue;
    const auto& function = bare_type(*producer->library->file, producer->function->type());
    for (uint32_t i = 0; i < parameter_count(function); i++) {
      const FileType parameter = producer->library->file->parameter_type(function, i);
      const ObjectId object = graph_.object_of(*producer->library, parameter);
      if (object == ObjectGraph::kNone || names_.contains(object)) continue;
      const std::string_view declared = producer->function->parameter(i).name;
      name(object, declared.size() > 1 ? lisp_spelling(declared) : last_word(record_name(object)));
    }
  }
  if (!names_.contains(wanted)) name(wanted, last_word(record_name(wanted)));
}

std::string RecipeWriter::placeholder(const LoadedLibrary& library, const Declaration& function, uint32_t i) const {
  if (i < function.parameter_count() && !function.parameter(i).name.empty())
    return lisp_spelling(function.parameter(i).name);
  std::string text = type_text(library, library.file->parameter_type(bare_type(*library.file, function.type()), i));
  if (text == "const char *") return "text";
  if (text.find('(') != text.npos) return "callback";
  std::erase(text, '*');
  std::ranges::replace(text, ' ', '-');
  return last_word(text);
}

std::string RecipeWriter::type_text(const LoadedLibrary& library, FileType type) const {
  auto loaded = library.types->load(type);
  return loaded.ok() ? bridge_.types.text(loaded.value()) : "void *";
}

std::string RecipeWriter::arguments(const Producer& producer) {
  const LoadedLibrary& library = *producer.library;
  const auto& type = bare_type(*library.file, producer.function->type());
  std::string text;
  for (uint32_t i = 0; i < parameter_count(type); i++) {
    const FileType parameter = library.file->parameter_type(type, i);
    const ObjectId object = graph_.object_of(library, parameter);
    if (producer.through == i + 1)
      text += " " + names_[producer.makes];
    else if (written_through(*library.file, parameter))
      text += fmt::format(" (out \"{}\")", type_text(library, *written_through(*library.file, parameter)));
    else
      text += " " + (object != ObjectGraph::kNone ? uses_[object] : placeholder(library, *producer.function, i));
  }
  return text;
}

RecipeStep RecipeWriter::struct_step(ObjectId object) {
  const Declaration& record = graph_.record(object);
  return {fmt::format("memory for a {}, {} bytes", record_name(object), record.size()),
          {fmt::format("(define {} (make-struct '{}))", names_[object], record_name(object))}};
}

RecipeStep RecipeWriter::step(const Producer& producer) {
  if (producer.given)
    return {fmt::format("{}: a {}, which no function of the headers gives", names_[producer.makes],
                        record_name(producer.makes)),
            {}};
  if (!producer.function) return struct_step(producer.makes);
  const Declaration& function = *producer.function;
  const std::string call = fmt::format("({}{})", lisp_name(function), arguments(producer));
  const std::string& name = names_[producer.makes];
  RecipeStep made{prototype_of(bridge_, *producer.library, function), {}};
  if (producer.through == 0) {
    made.code = {fmt::format("(define {} {})", name, call)};
    return made;
  }
  const auto& type = bare_type(*producer.library->file, function.type());
  const FileType parameter = producer.library->file->parameter_type(type, producer.through - 1);
  const std::string text = type_text(*producer.library, *written_through(*producer.library->file, parameter));
  made.code = {fmt::format("(define {} (out \"{}\"))", name, text), call};
  uses_[producer.makes] = fmt::format("(deref {})", name);
  return made;
}

// The functions that start a library are looked for by what the first call's name begins with, and by the header's.
std::string RecipeWriter::start(const std::vector<const Producer*>& way) const {
  const auto first = std::ranges::find_if(way, [](const Producer* producer) { return producer->function.has_value(); });
  if (first == way.end()) return {};
  const LoadedLibrary& library = *(*first)->library;
  const std::string spelling = lisp_spelling((*first)->function->name());
  const std::string_view header = core::file_name(library.header);
  std::optional<Declaration> best;
  for (std::string_view prefix :
       {std::string_view(spelling).substr(0, spelling.find('-')), header.substr(0, header.find('.'))})
    for (const Declaration& function : library.file->all(DeclarationKind::kFunction)) {
      const bool starts = starts_library(lisp_spelling(function.name()), prefix) && takes_numbers(library, function);
      if (starts && (!best || words(function) < words(*best))) best = function;
    }
  if (!best) return {};
  std::string call = "(" + lisp_name(*best);
  for (uint32_t i = 0; i < best->parameter_count(); i++) call += " " + placeholder(library, *best, i);
  return call + ")";
}

// inflateInit_ is called by its macro, inflateInit.
std::optional<std::string> RecipeWriter::filler(const LoadedLibrary& library, const Declaration& function,
                                                ObjectId object) {
  const std::string spelling = lisp_spelling(function.name());
  const std::vector<std::string> words = core::split(spelling, '-');
  const bool fills = std::ranges::any_of(words, [](const std::string& word) { return word.starts_with("init"); });
  if (!fills) return std::nullopt;
  const auto& type = bare_type(*library.file, function.type());
  bool takes = false;
  std::string call;
  for (uint32_t i = 0; i < parameter_count(type); i++) {
    const FileType parameter = library.file->parameter_type(type, i);
    const ObjectId other = graph_.object_of(library, parameter);
    if (other != ObjectGraph::kNone && other != object) return std::nullopt;
    takes |= other == object;
    call += " " + (other == object ? names_[object] : placeholder(library, function, i));
  }
  if (!takes) return std::nullopt;
  for (const Declaration& macro : library.file->find_folded(function.name(), core::kMacros)) {
    if (macro.macro_value() != core::MacroValue::kFunctionLike ||
        macro.macro_body().find(function.name()) == std::string_view::npos)
      continue;
    call = " " + names_[object];
    for (uint32_t i = 1; i < macro.macro_parameter_count(); i++) call += " " + lisp_spelling(macro.macro_parameter(i));
    return fmt::format("({}{})", lisp_name(macro), call);
  }
  return fmt::format("({}{})", lisp_name(function), call);
}

std::vector<std::string> RecipeWriter::fillers(ObjectId object) {
  std::vector<std::string> calls;
  for (const LoadedLibrary& library : bridge_.libraries.loaded) {
    if (!library.file) continue;
    for (const Declaration& function : library.file->all(DeclarationKind::kFunction))
      if (auto call = filler(library, function, object); call && std::ranges::find(calls, *call) == calls.end())
        calls.push_back(*call);
  }
  std::ranges::stable_sort(calls, {}, &std::string::size);
  calls.resize(std::min(calls.size(), kMostFillers));
  return calls;
}

Recipe RecipeWriter::write(ObjectId wanted, core::TypeId type) {
  const std::vector<const Producer*> way = graph_.way_to(wanted);
  Recipe recipe;
  if (way.empty()) return recipe;
  // As it was asked for: GtkWidget, where its tag is _GtkWidget.
  const core::TypeId element = bridge_.types.element_of(type);
  const std::string text = bridge_.types.text(element ? element : type);
  if (text.find(' ') == std::string::npos) record_names_[wanted] = text;
  name_objects(way, wanted);
  for (const Producer* producer : way) recipe.steps.push_back(step(*producer));
  recipe.start = start(way);
  const Producer& last = *way.back();
  if (!last.function) recipe.then = fillers(wanted);
  recipe.others = graph_.count_producers(wanted) - (last.function ? 1 : 0);
  return recipe;
}

}  // namespace

Result<Recipe> recipe_for(BridgeContext& bridge, core::TypeId type) {
  const std::string text = bridge.types.text(type);
  ObjectGraph graph(bridge);
  const ObjectId wanted = graph.object_of(type);
  if (wanted == ObjectGraph::kNone)
    return bridge.runtime.fail(ErrorKind::kType, fmt::format("`{}` is no object of the loaded headers.", text),
                               fmt::format("Which functions give one says (who-returns \"{}\").", text));
  Recipe recipe = RecipeWriter(bridge, graph).write(wanted, type);
  if (recipe.steps.empty())
    return bridge.runtime.fail(ErrorKind::kType, fmt::format("Nothing that is loaded gives a `{}`.", text),
                               "It may come from another library's functions, or to a callback as an argument.");
  return recipe;
}

}  // namespace elle::lang
