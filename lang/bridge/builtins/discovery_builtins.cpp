// What the loaded headers have to do with a type: who-takes, who-returns.
#include "core/base/text.h"
#include "core/types/type_table.h"

#include "lang/bridge/ask/recipe.h"
#include "lang/bridge/ask/type_search.h"
#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/absent_names.h"
#include "lang/bridge/names/declaration_summary.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/types.h"
#include "lang/builtins/sequence.h"
#include "lang/print/printer.h"
#include "lang/print/table.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::DeclarationKind;

namespace {

constexpr uint64_t kFunctionsShown = 30;
constexpr uint64_t kOthersShown = 8;  // of the members and callbacks, which nobody asked for in the first place

struct Question {
  core::TypeId type = core::kNoType;
  Direction direction = Direction::kTakes;
  uint64_t limit = kFunctionsShown;
};

Result<Question> question(Runtime& runtime, Args args, Direction direction, uint64_t limit) {
  Arguments arguments(runtime, args);
  TRY(arguments.expect_options(1, {"limit"}));
  limit = TRY(arguments.limit_option(1, limit));
  return Question{TRY(type_from(BridgeContext::of(runtime), args[0])), direction, limit};
}

std::string_view fit_name(Fit fit) {
  static constexpr std::string_view kNames[] = {"exact", "same", "family"};
  return kNames[static_cast<size_t>(fit)];
}

// "argument 2", or for a function that gives it so "through argument 2".
std::string argument_text(const TypeUse& use, Direction direction) {
  if (use.place == 0) return {};
  return fmt::format("{} {}", direction == Direction::kTakes ? "argument" : "through argument", use.place);
}

std::string member_text(BridgeContext& bridge, const TypeUse& use) {
  const core::FieldView field = use.declaration.field(use.place);
  auto type = use.library->types->load(field.type);
  return type.ok() ? bridge.types.text(type.value(), field.name) : std::string(field.name);
}

// What stands in its stead when it cannot be used.
std::string use_text(BridgeContext& bridge, const TypeUse& use) {
  if (use.declaration.kind() == DeclarationKind::kRecord) return member_text(bridge, use);
  const std::string reason = bridge.absent_names.reason_against(*use.library, use.declaration);
  return reason.empty() ? declaration_summary(bridge, *use.library, use.declaration) : reason;
}

// --- As data ---

Value data_of(BridgeContext& bridge, const TypeUse& use, std::string_view kind) {
  Runtime& runtime = bridge.runtime;
  const std::string reason = bridge.absent_names.reason_against(*use.library, use.declaration);
  return map_of(
      runtime, {{"name", runtime.symbol(lisp_name(use.declaration))},
                {"kind", runtime.keyword(kind)},
                {"fit", runtime.keyword(fit_name(use.fit))},
                {"argument", kind == "member" || use.place == 0 ? nil() : natural(use.place)},
                {"text", runtime.string(kind == "member" ? member_text(bridge, use)
                                                         : declaration_summary(bridge, *use.library, use.declaration))},
                {"reason", reason.empty() ? nil() : runtime.string(reason)}});
}

Result<Value> data(Runtime& runtime, Args args, Direction direction) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const Question asked = TRY(question(runtime, args, direction, UINT64_MAX));
  const TypeUses uses = TypeSearch(bridge, asked.type, direction).run();
  std::vector<Value> maps;
  const auto add = [&](const std::vector<TypeUse>& some, std::string_view kind) {
    for (const TypeUse& use : some)
      if (maps.size() < asked.limit) maps.push_back(data_of(bridge, use, kind));
  };
  add(uses.functions, "function");
  add(uses.members, "member");
  add(uses.callbacks, "callback");
  return runtime.vector(maps);
}

Result<Value> functions_taking(Runtime& runtime, Args args) { return data(runtime, args, Direction::kTakes); }
Result<Value> functions_returning(Runtime& runtime, Args args) { return data(runtime, args, Direction::kReturns); }

// --- For people ---

class Answer {
 public:
  Answer(Runtime& runtime, const Question& asked)
      : bridge_(BridgeContext::of(runtime)), runtime_(runtime), asked_(asked), type_(bridge_.types.text(asked.type)) {}

  std::string text() {
    const TypeUses uses = TypeSearch(bridge_, asked_.type, asked_.direction).run();
    const bool takes = asked_.direction == Direction::kTakes;
    if (uses.functions.empty())
      text_ = fmt::format("No function of the loaded headers {} `{}`.\n", takes ? "takes" : "gives", type_);
    add("", uses.functions, asked_.limit);
    const uint64_t others = asked_.limit == UINT64_MAX ? UINT64_MAX : kOthersShown;
    add("Members of this type:\n", uses.members, others);
    add(takes ? "Callbacks that are given it:\n" : "Callbacks that return it:\n", uses.callbacks, others);
    if (more_) text_ += fmt::format("({} \"{}\" :limit nil) shows all.\n", takes ? "who-takes" : "who-returns", type_);
    return std::move(text_);
  }

 private:
  void add(std::string_view heading, const std::vector<TypeUse>& uses, uint64_t limit) {
    if (uses.empty()) return;
    Table table({Role::kName, Role::kDim, Role::kPlain});
    for (size_t i = 0; i < uses.size() && i < limit; i++) {
      const bool member = uses[i].declaration.kind() == DeclarationKind::kRecord;
      table.add({lisp_name(uses[i].declaration), member ? "" : argument_text(uses[i], asked_.direction),
                 use_text(bridge_, uses[i])});
    }
    text_ += Paint(runtime_.out->colour())(Role::kHeading, heading);
    text_ += table.text(*runtime_.out, heading.empty() ? 0 : 2);
    if (uses.size() > limit) text_ += fmt::format("… and {} more\n", uses.size() - limit);
    more_ |= uses.size() > limit;
  }

  BridgeContext& bridge_;
  Runtime& runtime_;
  const Question& asked_;
  std::string type_;
  std::string text_;
  bool more_ = false;
};

Result<Value> print_answer(Runtime& runtime, Args args, Direction direction) {
  const Question asked = TRY(question(runtime, args, direction, kFunctionsShown));
  runtime.out->show_long(Answer(runtime, asked).text());
  return nil();
}

Result<Value> who_takes(Runtime& runtime, Args args) { return print_answer(runtime, args, Direction::kTakes); }
Result<Value> who_returns(Runtime& runtime, Args args) { return print_answer(runtime, args, Direction::kReturns); }

// --- How to get one ---

// A script: what is not code is a comment, so that it can be pasted and its placeholders filled in.
std::string recipe_text(const std::string& type, const Recipe& recipe, const Paint& paint) {
  std::string text;
  const auto say = [&](const std::string& comment) { text += paint(Role::kComment, "; " + comment) + "\n"; };
  if (!recipe.start.empty()) say("usually first: " + recipe.start);
  for (size_t i = 0; i < recipe.steps.size(); i++) {
    say(fmt::format("{}. {}", i + 1, recipe.steps[i].about));
    for (const std::string& line : recipe.steps[i].code) text += line + "\n";
  }
  for (const std::string& call : recipe.then) say((&call == recipe.then.data() ? "then " : "  or ") + call);
  if (recipe.others > 0) say(fmt::format("other ways: {}, see (who-returns \"{}\")", recipe.others, type));
  return text;
}

Result<Recipe> recipe_asked_for(Runtime& runtime, Args args, std::string* type) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const core::TypeId asked = TRY(type_from(bridge, args[0]));
  *type = bridge.types.text(asked);
  return recipe_for(bridge, asked);
}

Result<Value> how_to_get(Runtime& runtime, Args args) {
  std::string type;
  const Recipe recipe = TRY(recipe_asked_for(runtime, args, &type));
  runtime.out->show_long(recipe_text(type, recipe, Paint(runtime.out->colour())));
  return nil();
}

Value strings(Runtime& runtime, const std::vector<std::string>& texts) {
  std::vector<Value> values;
  for (const std::string& text : texts) values.push_back(runtime.string(text));
  return runtime.vector(values);
}

Result<Value> steps_to_get(Runtime& runtime, Args args) {
  std::string type;
  const Recipe recipe = TRY(recipe_asked_for(runtime, args, &type));
  std::vector<Value> steps;
  for (const RecipeStep& step : recipe.steps)
    steps.push_back(map_of(runtime, {{"about", runtime.string(step.about)}, {"code", strings(runtime, step.code)}}));
  return map_of(runtime, {{"type", runtime.string(type)},
                          {"start", recipe.start.empty() ? nil() : runtime.string(recipe.start)},
                          {"steps", runtime.vector(steps)},
                          {"then", strings(runtime, recipe.then)},
                          {"others", natural(recipe.others)}});
}

constexpr BuiltinEntry kDiscoveryBuiltins[] = {
    {"who-takes", 1, kAnyNumber, who_takes, "(who-takes type &key limit)",
     "Prints the functions of the loaded headers that take the C type, best first: as it is, but for const and "
     "typedefs, "
     "then those that take what it begins with; then the records with a member of it and the callbacks that are given "
     "it. The type is C text, a quoted name or any other type; `:limit` is how many are shown, nil for all."},
    {"who-returns", 1, kAnyNumber, who_returns, "(who-returns type &key limit)",
     "Prints the functions of the loaded headers that give the C type, those that make one first: as their result, or "
     "by writing it through an argument; then the records with a member of it and the callbacks that return it. See "
     "who-takes."},
    {"functions-taking", 1, kAnyNumber, functions_taking, "(functions-taking type &key limit)",
     "What `who-takes` prints, as a vector of maps with :name, :kind (:function, :member or :callback), :fit (:exact, "
     ":same or :family), :argument, :text and, of what cannot be used, :reason."},
    {"functions-returning", 1, kAnyNumber, functions_returning, "(functions-returning type &key limit)",
     "What `who-returns` prints, as functions-taking has it; :argument is the one that the function writes through, "
     "nil "
     "when it is the result."},
    {"how-to-get", 1, 1, how_to_get, "(how-to-get type)",
     "Prints how to get an object of the C type: the shortest chain of constructors of the loaded headers, as a script "
     "whose placeholders are to be filled in. An object that a call needs is got by a step before it; what is written "
     "through an argument is read by `deref`."},
    {"steps-to-get", 1, 1, steps_to_get, "(steps-to-get type)",
     "What `how-to-get` prints, as a map: :steps (each with :about and :code), :start and :then (calls that are usual "
     "before and after), :others (how many other functions give one)."},
};

}  // namespace

void define_discovery_builtins(Runtime& runtime) { runtime.define_builtins(kDiscoveryBuiltins); }

}  // namespace elle::lang
